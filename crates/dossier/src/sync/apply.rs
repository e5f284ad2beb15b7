//! Applying a page of changes: all of it with its cursor, or nothing. Each kind is applied by its feature.

use std::collections::{BTreeMap, BTreeSet};

use protocol::ald::Ald;
use protocol::allowances::Leave;
use protocol::debts::Debt;
use protocol::delays::ProcessingTimes;
use protocol::files::WorkFile;
use protocol::sync::{Change, ChangesPage, Cursor, Tag, kind};

use crate::store::{Aside, Newness, StoreError, Writer, take_thing};
use crate::{access, documents, payments, profile};

/// What a page did.
#[derive(Debug, Default)]
pub(crate) struct Applied {
    /// Features whose data changed.
    pub(crate) tags: BTreeSet<Tag>,
    /// Kinds of which something could not be applied, and is kept aside.
    pub(crate) failed_kinds: BTreeSet<String>,
    aside: Aside,
}

/// How a feature takes one change of its kind: the id, and the body or nothing when the thing is gone.
type Take = fn(&Writer<'_>, &str, Option<&str>) -> Result<(), StoreError>;

/// Which feature takes a kind, and whom it concerns.
fn feature(kind: &str) -> Option<(Take, Tag)> {
    match kind {
        kind::PROFILE => Some((profile::take_profile, Tag::Profile)),
        kind::BENEFICIARY => Some((profile::take_person, Tag::Profile)),
        kind::PAYMENT => Some((payments::take_payment, Tag::Payments)),
        kind::DEBT => Some((take_thing::<Debt>, Tag::Debts)),
        kind::DOCUMENT => Some((documents::take_document, Tag::Documents)),
        kind::DEVICE => Some((access::take_device, Tag::Access)),
        kind::ACCESS_EVENT => Some((access::take_event, Tag::Access)),
        kind::LEAVE => Some((take_thing::<Leave>, Tag::Allowances)),
        kind::WORK_FILE => Some((take_thing::<WorkFile>, Tag::Files)),
        kind::COVER => Some((take_thing::<Ald>, Tag::Files)),
        kind::PROCESSING_TIMES => Some((take_thing::<ProcessingTimes>, Tag::Files)),
        _ => None,
    }
}

/// Applies a page. A repeated one changes nothing; the cursor never moves back.
pub(crate) fn apply_page(writer: &Writer<'_>, page: &ChangesPage) -> Result<Applied, StoreError> {
    let mut applied = Applied { aside: writer.reader().keeps_aside()?, ..Applied::default() };
    let mut by_kind: BTreeMap<&str, Vec<&Change>> = BTreeMap::new();
    for change in &page.changes {
        by_kind.entry(&change.kind).or_default().push(change);
    }
    for (kind, changes) in by_kind {
        apply_kind(writer, kind, &changes, &mut applied)?;
    }
    if page.cursor > writer.reader().cursor()? {
        writer.set_cursor(page.cursor)?;
    }
    Ok(applied)
}

/// Tries again what was kept aside: an app that knows more, or data mended since, may succeed.
pub(crate) fn apply_kept_aside(writer: &Writer<'_>) -> Result<Applied, StoreError> {
    let kept = writer.reader().kept_aside()?;
    let known = kept.into_iter().filter(|change| feature(&change.kind).is_some()).collect();
    apply_page(writer, &ChangesPage { changes: known, cursor: Cursor(0), remaining: 0 })
}

/// One kind: first as a whole, and change by change only if that fails.
fn apply_kind(writer: &Writer<'_>, kind: &str, changes: &[&Change], applied: &mut Applied) -> Result<(), StoreError> {
    let Some((take, tag)) = feature(kind) else {
        return changes.iter().try_for_each(|change| writer.keep_aside(change));
    };
    let aside = applied.aside;
    let whole = writer.part(|| {
        changes.iter().try_fold(false, |changed, change| Ok(apply_change(writer, take, change, aside)? || changed))
    });
    match whole {
        Ok(false) => {}
        Ok(true) => drop(applied.tags.insert(tag)),
        Err(error) if ends_everything(&error) => return Err(error),
        Err(_) => {
            for change in changes {
                match writer.part(|| apply_change(writer, take, change, Aside::Something)) {
                    Ok(changed) => applied.tags.extend(changed.then_some(tag)),
                    Err(error) if ends_everything(&error) => return Err(error),
                    Err(error) => {
                        tracing::warn!(kind, %error, "a change could not be applied: kept aside");
                        writer.keep_aside(change)?;
                        applied.failed_kinds.insert(kind.to_owned());
                    }
                }
            }
        }
    }
    Ok(())
}

/// Whether the change said something new.
fn apply_change(writer: &Writer<'_>, take: Take, change: &Change, aside: Aside) -> Result<bool, StoreError> {
    let newness = writer.note_version(&change.kind, &change.id, change.version)?;
    if newness == Newness::New {
        take(writer, &change.id, change.body.as_ref().map(|body| body.get()))?;
        if aside == Aside::Something {
            writer.take_from_aside(&change.kind, &change.id, change.version)?;
        }
    }
    Ok(newness == Newness::New)
}

/// A disk or a file that fails is nobody's change.
fn ends_everything(error: &StoreError) -> bool {
    !matches!(error, StoreError::Form(_) | StoreError::Sql(_))
}

#[cfg(test)]
#[path = "apply_tests.rs"]
mod tests;
