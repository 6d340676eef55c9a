//! Words of the cli page.

texts! {
    title = "报到" | "Baodao";
}
