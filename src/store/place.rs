//! Whether a folder lies on this machine. SQLite's locks do not hold over a network; every known thread about
//! shared folders ends in lost data, so such a folder is refused.

use super::Result;
use super::error::{StoreError, file_at};
use std::path::{Component, Path, Prefix};

/// File systems that other machines can write to. `fuseblk` is a local disk and stays allowed.
const SHARED: [&str; 14] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "smb2",
    "9p",
    "afs",
    "ncpfs",
    "davfs",
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.davfs2",
    "fuse.gvfsd-fuse",
];

pub(super) fn refuse_network(folder: &Path) -> Result<()> {
    let real = folder.canonicalize().map_err(file_at("finding the data folder", folder))?;
    let network = |kind: &str| StoreError::Network { path: folder.to_owned(), kind: kind.to_owned() };
    // On Windows the real path of a mapped drive begins with \\?\UNC\.
    if let Some(Component::Prefix(prefix)) = real.components().next()
        && matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..))
    {
        return Err(network("UNC"));
    }
    let Ok(mounts) = std::fs::read_to_string("/proc/self/mountinfo") else { return Ok(()) };
    match mounted_as(&mounts, &real) {
        Some(kind) if SHARED.contains(&kind.as_str()) => Err(network(&kind)),
        _ => Ok(()),
    }
}

/// The kind of file system that holds `path`: that of the longest mount point above it, the last one mounted there.
fn mounted_as(mountinfo: &str, path: &Path) -> Option<String> {
    let mut best: Option<(usize, String)> = None;
    for line in mountinfo.lines() {
        let Some((head, tail)) = line.split_once(" - ") else { continue };
        let (Some(point), Some(kind)) = (head.split(' ').nth(4), tail.split(' ').next()) else { continue };
        let point = point.replace("\\040", " ");
        if path.starts_with(&point) && best.as_ref().is_none_or(|(length, _)| point.len() >= *length) {
            best = Some((point.len(), kind.to_owned()));
        }
    }
    best.map(|(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n\
        40 22 0:35 / /srv/share rw shared:2 - cifs //host/share rw\n\
        41 22 0:36 / /srv/my\\040disk rw - fuseblk /dev/sdb1 rw\n";

    #[test]
    fn the_longest_mount_point_tells_the_kind() {
        let kind = |path: &str| mounted_as(MOUNTS, Path::new(path)).unwrap();
        assert_eq!(kind("/home/desk"), "ext4");
        assert_eq!(kind("/srv/share/baodao"), "cifs");
        assert_eq!(kind("/srv/shared"), "ext4");
        assert_eq!(kind("/srv/my disk/baodao"), "fuseblk");
    }

    #[test]
    fn a_folder_here_is_taken() {
        assert!(refuse_network(&std::env::temp_dir()).is_ok());
    }
}
