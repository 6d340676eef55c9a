//! Words of the ledger page.

texts! {
    title = "学时" | "Class hours";
    about = "学时台账，逐条可查" | "The ledger, every hour explained";
}
