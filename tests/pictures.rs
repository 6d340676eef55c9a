//! The pictures of the README, drawn by the program itself from invented people: `BAODAO_WRITE=1 cargo test` writes
//! them, and a plain run refuses pictures that no longer show what is.

use crate::commands::everywhere;
use crate::desk::{TestDesk, class, seated};
use baodao::text::Lang;
use baodao::ui::screen::Route;
use baodao::ui::theme::{Frame, Theme};
use ratatui::layout::Size;
use std::path::Path;

/// 08:47 of the first morning: a roll half taken.
fn morning(lang: Lang, columns: u16, rows: u16) -> TestDesk {
    let mut desk = TestDesk::prepared(lang, columns, rows, |desk| {
        let id = class(desk, "QZ-01");
        seated(desk, id, 12);
    });
    desk = desk.restarted("2026-09-07 08:47");
    desk.shell.theme = Theme::dark();
    desk
}

fn roll(desk: &mut TestDesk) {
    let session = desk.desk.today_page().unwrap().sessions[0].session.id;
    desk.go(Route::Roll(session)).keys("* .03 2 .07 4 .09 5");
}

#[test]
fn pictures_show_what_is() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/pictures");
    for lang in Lang::ALL {
        let mut pictures = Vec::new();
        let mut desk = morning(lang, 80, 24);
        roll(&mut desk);
        pictures.push(("roll", desk.svg()));
        desk.go(Route::Today);
        pictures.push(("today", desk.svg()));
        desk.go(Route::Search(String::new())).keys("zw");
        pictures.push(("search", desk.svg()));
        for (name, svg) in pictures {
            let path = folder.join(format!("{name}-{}.svg", lang.key()));
            if std::env::var_os("BAODAO_WRITE").is_some() {
                std::fs::create_dir_all(&folder).unwrap();
                std::fs::write(&path, &svg).unwrap();
            }
            let drawn = std::fs::read_to_string(&path).unwrap_or_default();
            assert!(drawn == svg, "{} is out of date: BAODAO_WRITE=1 cargo test writes it", path.display());
        }
    }
}

#[test]
#[ignore = "writes every page at three sizes in both languages into BAODAO_GALLERY, to be looked at"]
fn gallery() {
    let folder = std::env::var_os("BAODAO_GALLERY").expect("BAODAO_GALLERY names a folder");
    for lang in Lang::ALL {
        let (mut desk, places) = everywhere(lang);
        desk.go(Route::Keys);
        for (_, place, route) in places {
            desk.go(route);
            for (columns, rows) in [(80, 24), (100, 30), (140, 40)] {
                desk.shell.theme = Theme::dark().distrusting(false).framed(Frame::Box);
                desk.resize(Size::new(columns, rows));
                let name = format!("{}-{}-{columns}.svg", place.replace(' ', "-"), lang.key());
                std::fs::write(Path::new(&folder).join(name), desk.svg()).unwrap();
            }
        }
    }
}
