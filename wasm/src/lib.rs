//! The binding: the only crate that knows JavaScript. Every function decodes, calls and encodes, and
//! nothing else.
//!
//! Documents come in as bytes (see [`prorata::wire::intake`]), taken by serde-wasm-bindgen. Answers go out
//! on a tape (see [`prorata::wire::tape`]) that the package reads from memory; a function says by its
//! result only whether the tape holds an answer or an error.

use core::cell::RefCell;
use core::fmt;
use core::mem::ManuallyDrop;

use js_sys::Uint8Array;
use serde::de::{Deserialize, Deserializer, Visitor};
use wasm_bindgen::prelude::*;

use prorata::answer::Preview;
use prorata::error::{ErrorKind, PricingError, Problem};
use prorata::wire;
use prorata::wire::intake::{Value, Written};
use prorata::wire::reader::Reader;
use prorata::wire::tape::{Tape, Write};
use prorata::wire::words::{self, Key};
use prorata::{Catalog, Change, Checkout, SubscriptionDocument};

/// What is taken out before linking; named here so that cargo links again when it changes.
const _: &[u8] = include_bytes!("../../scripts/snip.mjs");

/// A fifth of the size of the standard library's, and as fast.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// What the package reads: where the tape's parts stand, at a fixed place.
struct Out {
    tape: Tape,
    /// Address of the entries; address of the text, and its bytes; the same of all texts known at compile time, and how many
    /// of them are names of fields.
    header: [u32; 6],
}

thread_local! {
    // It lives as long as the engine.
    static OUT: RefCell<ManuallyDrop<Out>> = const { RefCell::new(ManuallyDrop::new(Out { tape: Tape::new(), header: [0; 6] })) };
}

fn address<T>(part: &[T]) -> u32 {
    part.as_ptr() as usize as u32
}

#[inline(never)]
fn write(value: &dyn Write) {
    OUT.with_borrow_mut(|out| {
        out.tape.answer(value);
        let known = words::JOINED.as_bytes();
        let Tape { entries, text, .. } = &out.tape;
        out.header = [address(entries), address(text), text.len() as u32, address(known), known.len() as u32, words::KEYS];
    });
}

/// Where the header stands; what is known at compile time can be read at once.
#[wasm_bindgen]
#[must_use]
pub fn header() -> u32 {
    write(&0);
    OUT.with_borrow(|out| address(&out.header))
}

/// Writes an error, which is no answer.
#[cold]
#[inline(never)]
fn refuse(error: PricingError) {
    write(&error);
}

/// Whether it was answered.
fn told(answered: Result<(), PricingError>) -> bool {
    answered.map_err(refuse).is_ok()
}

fn answer<T: Write>(result: Result<T, PricingError>) -> bool {
    told(result.map(|value| write(&value)))
}

/// The bytes of a document, which serde-wasm-bindgen copies out of JavaScript's memory at one stroke.
struct Bytes(Vec<u8>);

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Taken;
        impl Visitor<'_> for Taken {
            type Value = Bytes;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("bytes")
            }
            fn visit_byte_buf<E>(self, bytes: Vec<u8>) -> Result<Bytes, E> {
                Ok(Bytes(bytes))
            }
        }
        deserializer.deserialize_byte_buf(Taken)
    }
}

#[inline(never)]
fn written(bytes: Uint8Array) -> Written {
    Written::from(serde_wasm_bindgen::from_value(bytes.into()).map_or_else(|_| Vec::new(), |Bytes(bytes)| bytes))
}

#[inline(never)]
fn change(bytes: Uint8Array) -> Result<Change, PricingError> {
    wire::change::decode(written(bytes))
}

/// The second of two documents that cross together.
fn options<T>(pair: Value<'_>, read: fn(&mut Reader, Value<'_>) -> T) -> Result<T, PricingError> {
    let mut reader = Reader::default();
    let options = read(&mut reader, pair.items().nth(1).unwrap_or(pair));
    reader.finish(options, ErrorKind::Change)
}

fn first(pair: Value<'_>) -> Value<'_> {
    pair.items().next().unwrap_or(pair)
}

/// A catalog in memory.
#[wasm_bindgen]
pub struct CatalogHandle(Catalog);

/// Parses a catalog; nothing where the tape holds an error.
#[wasm_bindgen(js_name = openCatalog)]
#[must_use]
pub fn open_catalog(bytes: Uint8Array) -> Option<CatalogHandle> {
    Catalog::read(written(bytes)).map(CatalogHandle).map_err(refuse).ok()
}

/// A customer in memory.
#[wasm_bindgen]
pub struct CheckoutHandle(Checkout);

#[wasm_bindgen]
impl CatalogHandle {
    /// Parses a subscription; nothing where the tape holds an error.
    #[must_use]
    pub fn checkout(&self, bytes: Uint8Array) -> Option<CheckoutHandle> {
        self.0.read_checkout(written(bytes)).map(CheckoutHandle).map_err(refuse).ok()
    }
}

/// Asks a checkout about a change.
#[inline(never)]
fn ask(checkout: &CheckoutHandle, change: Result<Change, PricingError>, question: &dyn Fn(&Checkout, &Change) -> Result<(), PricingError>) -> bool {
    told(change.and_then(|change| question(&checkout.0, &change)))
}

#[wasm_bindgen]
impl CheckoutHandle {
    /// A preview.
    #[must_use]
    pub fn preview(&self, bytes: Uint8Array) -> bool {
        ask(self, change(bytes), &|checkout, change| checkout.preview(change).map(|preview| write(&preview)))
    }

    /// A list of summaries.
    #[must_use]
    pub fn compare(&self, bytes: Uint8Array) -> bool {
        ask(self, change(bytes), &|checkout, change| checkout.compare(change).map(|entries| write(&entries)))
    }

    /// A list of previews.
    #[must_use]
    pub fn alternatives(&self, bytes: Uint8Array) -> bool {
        ask(self, change(bytes), &|checkout, change| checkout.alternatives(change).map(|previews| write(&previews)))
    }

    /// A list of invoices.
    #[must_use]
    pub fn schedule(&self, bytes: Uint8Array) -> bool {
        let pair = written(bytes);
        ask(self, wire::change::decode_value(first(pair.root())), &|checkout, change| {
            let count = options(pair.root(), wire::change::schedule_options)?;
            checkout.schedule(change, usize::try_from(count).unwrap_or(usize::MAX)).map(|invoices| write(&invoices))
        })
    }

    /// A list of previews at later instants.
    #[must_use]
    pub fn outlook(&self, bytes: Uint8Array) -> bool {
        let pair = written(bytes);
        ask(self, wire::change::decode_value(first(pair.root())), &|checkout, change| {
            let (until, step, per_day) = options(pair.root(), wire::change::outlook_options)?;
            checkout.outlook_over(change, until, step, per_day).map(|previews| write(&previews))
        })
    }

    /// A subscription document.
    #[must_use]
    pub fn apply(&self, bytes: Uint8Array) -> bool {
        let change = wire::change::submitted(written(bytes).root());
        ask(self, change, &|checkout, change| checkout.apply(change).map(|after| write(&SubscriptionDocument(&after))))
    }

    /// A preview computed again, and what stands against it.
    #[must_use]
    pub fn verify(&self, bytes: Uint8Array) -> bool {
        let pair = written(bytes);
        ask(self, wire::change::submitted(first(pair.root())), &|checkout, change| {
            let (now, max_age, max_skew) = options(pair.root(), wire::change::verify_options)?;
            checkout.verify(change, now, max_age, max_skew).map(|(preview, problems)| write(&Verified { problems, preview }))
        })
    }
}

struct Verified {
    problems: Vec<Problem>,
    preview: Preview,
}

impl Write for Verified {
    fn write(&self, key: Key, out: &mut Tape) {
        out.object(key);
        out.list(Key::Problems, &self.problems);
        self.preview.write(Key::Preview, out);
        out.end();
    }
}

/// The rule alone.
#[wasm_bindgen]
#[must_use]
pub fn prorate(bytes: Uint8Array) -> bool {
    answer(wire::rules::prorate(written(bytes)))
}

/// The rule alone.
#[wasm_bindgen(js_name = convertOperations)]
#[must_use]
pub fn convert_operations(bytes: Uint8Array) -> bool {
    answer(wire::rules::convert_operations(written(bytes)))
}

/// The rule alone.
#[wasm_bindgen(js_name = transferOperations)]
#[must_use]
pub fn transfer_operations(bytes: Uint8Array) -> bool {
    answer(wire::rules::transfer_operations(written(bytes)))
}

/// The rule alone.
#[wasm_bindgen(js_name = priceQuantity)]
#[must_use]
pub fn price_quantity(bytes: Uint8Array) -> bool {
    answer(wire::rules::price_quantity(written(bytes)))
}

/// The calendar alone.
#[wasm_bindgen]
#[must_use]
pub fn periods(bytes: Uint8Array) -> bool {
    answer(wire::rules::periods(written(bytes)))
}
