//! What a program of a test inherits: nothing of whoever runs the tests, and the folder around its data for a home.

use std::ffi::OsString;
use std::path::Path;

/// Without these no program runs; the preloaded library is for a clock that is moved under all tests together.
const KEPT: [&str; 10] =
    ["PATH", "TERM", "TZ", "TMPDIR", "TEMP", "TMP", "SystemRoot", "SystemDrive", "windir", "LD_PRELOAD"];

pub fn environment(data: &Path) -> Vec<(OsString, OsString)> {
    let kept = std::env::vars_os().filter(|(name, _)| {
        let name = name.to_string_lossy();
        name.starts_with("FAKETIME") || KEPT.iter().any(|kept| kept.eq_ignore_ascii_case(&name))
    });
    let home = data.parent().unwrap().as_os_str();
    let own = [("LANG", "zh_CN.UTF-8".as_ref()), ("HOME", home), ("USERPROFILE", home)];
    kept.chain(own.map(|(name, value)| (name.into(), value.to_owned()))).collect()
}
