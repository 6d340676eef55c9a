//! Words of the settings page.

texts! {
    title = "设置" | "Settings";
    about = "机构、操作员、语言" | "Centre, operator, language";
}
