//! Words of the frame around every screen: bar, help, palette, dialogs.

texts! {
    help = "帮助" | "Help";
}
