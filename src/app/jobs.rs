//! Long work on another thread. News of it comes back as a value; a panic there is news too, and the desk lives on.

use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs `work` and hands its end to `news`; `None` if it panicked.
#[expect(clippy::disallowed_methods, reason = "the one place where work leaves the main thread")]
pub fn spawn<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
    news: impl FnOnce(Option<T>) + Send + 'static,
) {
    std::thread::spawn(move || news(catch_unwind(AssertUnwindSafe(work)).ok()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;

    #[test]
    fn a_panic_is_news() {
        let (sender, receiver) = mpsc::channel();
        let second = sender.clone();
        spawn(|| 7, move |news| sender.send(news).unwrap());
        assert_eq!(receiver.recv().unwrap(), Some(7));
        spawn(|| -> i32 { panic!("in a job") }, move |news| second.send(news).unwrap());
        assert_eq!(receiver.recv().unwrap(), None);
    }
}
