//! Words of the page that puts a copy of the data back.

texts! {
    title = "恢复备份" | "Restore";
    about = "放回以前的备份；先说会丢什么" | "An earlier copy; first what would be lost";
    how = "回车先看会丢失什么，什么都不改；再确认一次才恢复。" | "Enter tells what would be lost and changes nothing; only a second yes restores.";
    choose = "恢复这份" | "Restore";
    choose_about = "看放回这一份会丢失什么，再决定" | "See what putting this copy back would lose, then decide";
    none = "还没有备份" | "there is no backup yet";
    made = "时间" | "Made";
    acts = "操作" | "Acts";
    size = "大小" | "Size";
    file = "文件" | "File";
    ask(made: &str) = "恢复 {made} 的备份" | "Restore the backup of {made}";
    yes = "恢复" | "Restore";
    other_desk = "注意：这份备份出自另一个前台的数据文件。" | "Mind: this copy was made from the file of another desk.";
    before_restore = "那次恢复之前的数据" | "data before that restore";
    ask_aside(at: &str) = "换回 {at} 恢复前的数据" | "Go back to before the restore of {at}";
    no_pins = "注意：这一份里没有口令，恢复后谁都能做所有的事。" | "Mind: there are no PINs in it; anybody will be able to do everything.";
    other_pins(names: &str) = "注意：登录要用这一份里的操作员和当时的口令：{names}。" | "Mind: signing in goes by the operators and PINs of that file: {names}.";
    would_lose_sign_ins(lost: i64, sign_ins: i64) = "会丢失之后的 {lost} 次操作，其中登录 {sign_ins} 次：" | "Later acts that would be lost: {lost}, sign-ins among them: {sign_ins}";
    would_lose(lost: i64) = "会丢失之后的 {lost} 次操作：" | "Later acts that would be lost: {lost}";
    and_more(more: i64) = "  还有 {more} 次" | "  and {more} more";
    set_aside = "现在的文件另存在旁边，不会删掉。" | "The present file is kept beside it, not deleted.";
    restored(lost: i64) = "已恢复，失去 {lost} 次操作；要换回原来的数据，仍在“恢复备份”页" | "Restored; acts lost: {lost}. What was before is kept on the Restore page.";
}
