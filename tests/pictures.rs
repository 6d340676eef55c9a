//! The pictures of the README, drawn by the program itself from invented people: `BAODAO_WRITE=1 cargo test` writes
//! them, and a plain run refuses pictures that no longer show what is.

use crate::commands::everywhere;
use crate::desk::{TestDesk, class, seated};
use baodao::text::Lang;
use baodao::ui::screen::{EnrolWanted, Route, WeekWanted};
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
    desk.shell.theme = Theme::dark().distrusting(false).framed(Frame::Box);
    desk
}

/// Each page that the README shows, as it stands in the middle of the work.
fn pages(lang: Lang) -> Vec<(&'static str, String)> {
    let mut desk = morning(lang, 80, 24);
    let class = desk.desk.class_named("QZ-01").unwrap().id;
    let session = desk.desk.today_page().unwrap().sessions[0].session.id;
    let somebody = desk.desk.class_view(class).unwrap().enrolments[4].id;
    let mut pictures = Vec::new();
    let mut shows = |desk: &mut TestDesk, name, route, keys: &str| {
        pictures.push((name, desk.go(route).keys(keys).svg()));
    };
    shows(&mut desk, "call", Route::RollCall(session), "1 1");
    shows(&mut desk, "roll", Route::Roll(session), "* .03 2 .07 4 .09 5");
    shows(&mut desk, "today", Route::Today, "");
    shows(&mut desk, "search", Route::Search(String::new()), "zw");
    shows(
        &mut desk,
        "enrol",
        Route::Enrol(EnrolWanted { typed: "140999199203070029".into(), ..EnrolWanted::default() }),
        match lang {
            Lang::Zh => "韩雪梅 Enter 13800000099 Enter cz Enter Enter Enter fx Enter",
            Lang::En => "韩雪梅 Enter 13800000099 Enter jun Enter Enter Enter ret Enter",
        },
    );
    shows(&mut desk, "class", Route::Class(class), "");
    shows(&mut desk, "week", Route::Week(WeekWanted { class: Some(class), day: None }), "");
    shows(&mut desk, "hours", Route::PersonLedger(class, somebody), "Enter");
    shows(&mut desk, "guide", Route::Guide, "Down");
    pictures
}

#[test]
fn pictures_show_what_is() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/pictures");
    for lang in Lang::ALL {
        for (name, svg) in pages(lang) {
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
