//! What an act does, by the key that stands in the audit for ever. Keys are only ever added.

macro_rules! verbs {
    ($($name:ident = $key:literal, $undo:literal;)+) => {
        /// What an act does. The key stands in the audit for ever.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Verb { $($name),+ }

        impl Verb {
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key),+ }
            }

            /// Whether it can be taken back.
            pub const fn undoable(self) -> bool {
                match self { $(Self::$name => $undo),+ }
            }
        }
    };
}

verbs! {
    Init = "init", false;
    AddTrainee = "add-trainee", true;
    ChangeTrainee = "change-trainee", true;
    Enrol = "enrol", true;
    ImportRoster = "import-roster", true;
    Leave = "leave-class", true;
    Withdraw = "withdraw", true;
    Transfer = "transfer", true;
    Wait = "wait-for-seat", true;
    Promote = "promote-waiting", true;
    StopWaiting = "stop-waiting", true;
    AddClass = "add-class", true;
    ChangeClass = "change-class", true;
    FillTimetable = "fill-timetable", true;
    AddSession = "add-session", true;
    ChangeSession = "change-session", true;
    MoveSession = "move-session", true;
    CancelSession = "cancel-session", true;
    MakeUp = "make-up-session", true;
    MoveEnd = "move-end", true;
    Mark = "mark", true;
    MarkAll = "mark-all", true;
    MarkBlock = "mark-block", true;
    PasteMarks = "paste-marks", true;
    AnnounceLeave = "announce-leave", true;
    BackEntry = "back-entry", true;
    CompleteRoll = "complete-roll", true;
    ComparePaper = "compare-paper", true;
    ChangeSetting = "change-setting", true;
    ChangeLooks = "change-looks", true;
    AddOperator = "add-operator", false;
    ChangeOperator = "change-operator", false;
    SignIn = "sign-in", false;
    PinFailed = "pin-failed", false;
    RevealNumbers = "reveal-numbers", false;
    Export = "export", false;
    Restore = "restore", false;
    Load = "load-invented", false;
    Undo = "undo", false;
}

impl Verb {
    /// Coming and going: in the audit for ever, but nothing that anybody did to the data.
    pub const SIGN_INS: [Self; 2] = [Self::SignIn, Self::PinFailed];

    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|verb| verb.key() == key)
    }
}
