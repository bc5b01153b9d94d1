//! Packs the page twice from one source: `dist/` for any static server, and `dist/sohoa.html`, one file that opens by
//! double-click. In the single file every part is inlined and the content policy names each script by its hash.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::io::Write as _;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::Digest;
use sha2::Sha256;

const SOURCE: &str = "www";
const TARGET: &str = "dist";

/// Fetched by the page on a server, inlined as data in the single file.
const PARTS: [&str; 3] = ["pkg/sohoa.js", "worker.js", "pkg/sohoa_bg.wasm"];

fn main() -> io::Result<()> {
    let target = Path::new(TARGET);
    if target.exists() {
        fs::remove_dir_all(target)?;
    }
    copy(Path::new(SOURCE), target)?;
    fs::write(target.join("sohoa.html"), single_file()?)
}

/// Copies a folder as it is.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let (source, target) = {
            let entry = entry?;
            (entry.path(), to.join(entry.file_name()))
        };
        if source.is_dir() { copy(&source, &target)? } else { fs::copy(&source, &target).map(|_| ())? }
    }
    Ok(())
}

/// The page with its style, scripts and parts inside.
fn single_file() -> io::Result<String> {
    let page = read("index.html")?;
    let (mut scripts, mut styles) = (Vec::new(), Vec::new());
    let mut single = String::with_capacity(page.len() * 4);
    for line in page.lines() {
        if let Some(name) = between(line, "<link rel=\"stylesheet\" href=\"", "\">") {
            let style = read(name)?;
            styles.push(hash(&style));
            let _ = writeln!(single, "<style>{style}</style>");
        } else if let Some(name) = between(line, "<script defer src=\"", "\"></script>") {
            scripts.push(read(name)?);
        } else if line == "</body>" {
            // Where `defer` would run them: after the page stands.
            for name in PARTS {
                let bytes = fs::read(Path::new(SOURCE).join(name))?;
                let _ = writeln!(
                    single,
                    "<script type=\"text/plain\" id=\"part:{name}\">{}</script>",
                    STANDARD.encode(gzip(&bytes)?)
                );
            }
            for script in &scripts {
                let _ = writeln!(single, "<script>{script}</script>");
            }
            single.push_str("</body>\n");
        } else {
            single.push_str(line);
            single.push('\n');
        }
    }
    let hashes: Vec<String> = scripts.iter().map(|script| hash(script)).collect();
    let policy = between(&page, "http-equiv=\"Content-Security-Policy\" content=\"", "\">")
        .ok_or_else(|| io::Error::other("index.html has no content policy"))?;
    let single_policy = policy
        .replace("script-src 'self'", &format!("script-src {}", hashes.join(" ")))
        .replace("style-src 'self'", &format!("style-src {}", styles.join(" ")))
        .replace("connect-src 'self'", "connect-src 'none'");
    if single_policy.contains("'self'") {
        return Err(io::Error::other(format!("the policy of the single file still names a server: {single_policy}")));
    }
    Ok(single.replace(policy, &single_policy))
}

/// The bytes packed, the same each time: no name and no hour stand in them.
fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(bytes)?;
    packed.finish()
}

fn read(name: &str) -> io::Result<String> {
    fs::read_to_string(Path::new(SOURCE).join(name))
}

/// The text between two marks.
fn between<'text>(text: &'text str, start: &str, end: &str) -> Option<&'text str> {
    let (_, rest) = text.split_once(start)?;
    rest.split_once(end).map(|(found, _)| found)
}

/// The source expression by which a content policy names an inline script or style.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())))
}
