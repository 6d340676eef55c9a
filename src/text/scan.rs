//! Words about scans on any page.

texts! {
    again = "刚刚扫过这一张，不再重复" | "This card was scanned a moment ago; nothing was done again";
    not_here = "先回答这个问题，再扫" | "Answer this question first, then scan";
    wrong(text: &str, why: &str) = "扫到 {text}，请重扫或照着改：{why}" | "Scanned {text}; scan again or mend it by hand: {why}";
    unknown(text: &str) = "扫到 {text}，不是身份证号，也不是学员编号" | "Scanned {text}: neither an ID number nor a trainee number";
    slow_reader(taken: usize) = "读卡器打得慢，数字成了按键：误记 {taken} 处已撤销。按 F9 到“读卡设备”学一下" | "A slow reader typed that: acts undone {taken}. F9 \"Card reader\" teaches it.";
    phone = "扫到的是手机号，只能填在电话一栏" | "A telephone number was scanned; it only fills a telephone field";
    no_trainee = "没有这个学员编号，标签可能不是本校的" | "No trainee has this number; the label may be of another centre";
    lost_x = "末位可能是 X" | "The last character may be X";
    lost_x_which(number: &str) = "只收到 17 位数字，按校验末位应为 X：\n{number}\n与证件核对后再确定。" | "Only 17 digits arrived; by the check the last character is X:\n{number}\nCompare it with the card before you go on.";
    lost_x_yes = "是这个号码" | "This is it";
}
