//! A file that appears under its name when it is whole, or not at all.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use super::fault::What;

/// Leftovers of a crash keep their names; so many are passed over.
const TRIES: u32 = 100;

/// `name.xlsx.part` beside the target, on the same disk, so that the rename is one step. Dropped: removed.
pub(super) struct Part {
    path: PathBuf,
    target: PathBuf,
    done: bool,
}

impl Part {
    pub(super) fn create(target: &Path) -> Result<(Self, File), What> {
        let Some(name) = target.file_name() else { return Err(What::NoFolder) };
        if target.is_dir() {
            return Err(What::Unwritable(io::ErrorKind::IsADirectory));
        }
        for n in 0..TRIES {
            let mut part = name.to_owned();
            part.push(if n == 0 { ".part".to_owned() } else { format!(".part{n}") });
            let path = target.with_file_name(part);
            match OpenOptions::new().write(true).create_new(true).open(&path) {
                Ok(file) => return Ok((Self { path, target: target.to_owned(), done: false }, file)),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                // `/proc` and its like say "not found" to whoever would make a file there
                Err(error)
                    if error.kind() == io::ErrorKind::NotFound
                        && folder(target).is_some_and(Path::is_dir) =>
                {
                    return Err(What::Unwritable(io::ErrorKind::PermissionDenied));
                }
                Err(error) => return Err(What::writing(&error)),
            }
        }
        Err(What::Unwritable(io::ErrorKind::AlreadyExists))
    }

    /// Where drafts may lie: they hold the same personal data, so they live beside the target, not in a shared folder.
    pub(super) fn folder(&self) -> &Path {
        folder(&self.target).unwrap_or(Path::new("."))
    }

    /// Everything is on the disk before the name changes hands.
    pub(super) fn finish(mut self, file: File) -> Result<(), What> {
        file.sync_all().map_err(|error| What::writing(&error))?;
        drop(file);
        fs::rename(&self.path, &self.target).map_err(|error| What::writing(&error))?;
        self.done = true;
        // the new name is in the folder; its survival of a power cut is asked for where that can be asked
        #[cfg(unix)]
        if let Some(Ok(folder)) = folder(&self.target).map(File::open) {
            drop(folder.sync_all());
        }
        Ok(())
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        if !self.done {
            drop(fs::remove_file(&self.path));
        }
    }
}

/// A bare file name stands in the current folder.
fn folder(target: &Path) -> Option<&Path> {
    target.parent().map(|parent| if parent.as_os_str().is_empty() { Path::new(".") } else { parent })
}
