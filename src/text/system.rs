//! Why the system refused a file or a folder. Rust tells it in English only, so every sentence asks here.

use super::Lang;
use std::io::ErrorKind;

texts! {
    not_found = "没有这个文件或文件夹" | "no such file or folder";
    denied = "没有权限" | "no permission";
    exists = "已经有了" | "it is there already";
    full = "磁盘已满" | "the disk is full";
    read_only = "磁盘只读" | "the disk is read only";
    is_folder = "这是一个文件夹" | "it is a folder";
    no_folder = "路径里有一段不是文件夹" | "a part of the path is no folder";
    not_text = "内容不是 UTF-8 文字" | "it is not text in UTF-8";
    too_large = "文件太大" | "it is too large";
    bad_name = "这样的文件名不行" | "such a name is not possible";
    in_use = "正被其他程序占用" | "another program holds it";
    too_slow = "等不到回应" | "no answer came in time";
    cut_off = "连接断了" | "the connection broke off";
    refused = "系统不允许" | "the system refuses";
}

/// As short words for brackets; what nobody foresaw is refused, and no more is known.
pub const fn why(lang: Lang, kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::NotFound => not_found(lang),
        ErrorKind::PermissionDenied => denied(lang),
        ErrorKind::AlreadyExists => exists(lang),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => full(lang),
        ErrorKind::ReadOnlyFilesystem => read_only(lang),
        ErrorKind::IsADirectory => is_folder(lang),
        ErrorKind::NotADirectory => no_folder(lang),
        ErrorKind::InvalidData => not_text(lang),
        ErrorKind::FileTooLarge => too_large(lang),
        ErrorKind::InvalidFilename | ErrorKind::InvalidInput => bad_name(lang),
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => in_use(lang),
        ErrorKind::TimedOut => too_slow(lang),
        ErrorKind::BrokenPipe | ErrorKind::UnexpectedEof | ErrorKind::ConnectionReset => cut_off(lang),
        _ => refused(lang),
    }
}
