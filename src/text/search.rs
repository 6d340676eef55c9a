//! Words of the search page.

texts! {
    title = "查找" | "Search";
    about = "按姓名、拼音、身份证、手机找人" | "Find people by name, pinyin, ID number or phone";
}
