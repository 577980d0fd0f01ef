//! The table that decides: each kind of change, and what it means.
//!
//! The law: a change after which a former `is_a`, code, status or payload no longer holds is breaking.

use super::verdict::Verdict;

/// One row of the table: a kind of change, and what it means.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    /// The name of the row, which does not change.
    pub name: &'static str,
    /// The kind of change, in words.
    pub change: &'static str,
    /// The sentence about one change, with its placeholders.
    pub(super) says: &'static str,
    /// What such a change means.
    pub verdict: Verdict,
    /// Why it means that.
    pub why: &'static str,
}

/// Writes the rows once: as kinds, as data, and as the table in the documentation of [`TABLE`].
macro_rules! table {
    ($($what:ident, $name:literal, $change:literal, $says:literal, $verdict:ident, $why:literal;)*) => {
        /// The kind of a change: the number of its row.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub(super) enum What {
            $($what,)*
        }

        /// Each kind of change, and what it means.
        ///
        /// The law: a change after which a former `is_a`, code, status or payload no longer holds is breaking.
        ///
        /// | change | verdict | why |
        /// |---|---|---|
        $(#[doc = concat!("| ", $change, " | ", stringify!($verdict), " | ", $why, " |")])*
        ///
        /// ```
        /// use errtax::contract::{TABLE, Verdict};
        ///
        /// let row = TABLE.iter().find(|row| row.name == "status-changed").unwrap();
        /// assert_eq!(row.verdict, Verdict::Breaking);
        /// ```
        pub const TABLE: &[Row] = &[
            $(Row { name: $name, change: $change, says: $says, verdict: Verdict::$verdict, why: $why },)*
        ];
    };
}

impl What {
    pub(super) fn row(self) -> &'static Row {
        &TABLE[self as usize]
    }
}

table! {
    ClassAdded, "class-added", "a class is added", "is a new class", Minor,
        "Nothing that held is gone.";
    ClassRemoved, "class-removed", "a class is removed", "is gone", Breaking,
        "No error is one of it any more.";
    ClassMoved, "class-moved", "a class has another identity: its code or its name is found under another path",
        "was `{before}`: pin that identity with `#[service_error(id = \"{before}\")]`", Breaking,
        "By identity, what was one of the former class is none of this one.";
    ClassRenamed, "class-renamed", "a class has another name and its former identity", "was named `{before}`", Minor,
        "All that is promised of its errors holds; programs that name the class need the new name.";
    ClassEntered, "class-entered", "an ancestor from outside becomes a class of the tree", "is now a class of the tree", Minor,
        "It was an ancestor, and still is one.";
    ClassLeft, "class-left", "a class leaves the tree, and remains an ancestor from outside", "is no longer a class of the tree", Breaking,
        "No response becomes one of it any more.";
    ValuesGained, "values-gained", "a category has values now, or a local class is built from responses",
        "was {before}, and is {after}", Minor,
        "What was one of the class still is.";
    ValuesLost, "values-lost", "a class has no values any more, or is no longer built from responses",
        "was {before}, and is {after}", Breaking,
        "A response that became one of it, with its payload, no longer does.";
    RootWidened, "root-widened", "the root is now an ancestor of the former one", "is now below the root `{after}`", Minor,
        "Every class of the former tree is still there.";
    RootChanged, "root-changed", "the root is another class, and the former one does not descend from it",
        "is no longer the root: that is `{after}`", Breaking,
        "What the former root takes in, the new one does not.";
    OutsideChanged, "outside-changed", "a fact of an ancestor from outside changes", "changed outside of the tree", Patch,
        "What the classes of the tree inherit of it is told of them.";

    ParentChanged, "parent-changed", "the parent is another one, and a former `is_a` no longer holds",
        "no longer descends from {subject}", Breaking,
        "Whoever catches the former ancestor no longer catches this class.";
    ParentInserted, "parent-inserted", "an ancestor is inserted between classes and their parent",
        "stands between `{subject}` and {after}", Minor,
        "Every former `is_a` holds, and there is one more.";
    ParentKept, "parent-kept", "the parent is another one, and every former `is_a` holds by another way",
        "its parent was `{before}`, and is `{after}`", Minor,
        "Every former `is_a` holds; inherited facts that differ are told by themselves.";
    AlsoAdded, "also-added", "a secondary ancestor is added", "is now also a `{subject}`", Minor,
        "Every former `is_a` holds, and there is one more.";
    AlsoRemoved, "also-removed", "a secondary ancestor is removed", "is no longer a `{subject}`", Breaking,
        "Whoever catches that ancestor no longer catches this class.";
    AlsoRestated, "also-restated", "a secondary ancestor is stated, or no longer stated, that holds by another way too",
        "is a `{subject}` by another way", Patch,
        "Every `is_a` is what it was.";

    CodeAdded, "code-added", "a class without a code gets one", "has the code `{after}`", Minor,
        "None was promised before; what it takes from other classes is told besides.";
    CodeRemoved, "code-removed", "a code is removed", "the code `{before}` is gone", Breaking,
        "Answers with the former code no longer become this class, and its errors no longer say it.";
    CodeChanged, "code-changed", "a code is another one", "the code `{before}` is now `{after}`", Breaking,
        "Errors of the class no longer say the former code, even where an alias still recognises it.";
    CodeMoved, "code-moved", "a code belongs to another class",
        "the code `{before}` belongs to `{subject}`", Breaking,
        "Answers with it become errors that are none of the former class, or lack what it carried.";
    CodeNarrowed, "code-narrowed", "a code belongs to a class below that says and carries all that the former one does, and requires no more",
        "the code `{before}` belongs to `{subject}`, a class below", Minor,
        "What becomes of answers with it is still one of the former class: code, status, advice to repeat and payload included.";
    ClaimTaken, "claim-taken", "a new code or rule decides about answers that another class claims, and its class does not descend from that one",
        "`{after}` takes answers from `{subject}`, which claims them by `{before}`", Breaking,
        "Such answers are no longer what they were. A fallback promises only what no other rule takes: that is no claim here.";
    ClaimContested, "claim-contested", "a new code or rule claims just what another class does",
        "claims `{after}`, which `{subject}` claims", Breaking,
        "Such answers become neither class, but the nearest ancestor of both.";
    AliasAdded, "alias-added", "an alias is added: a rule with a code", "is recognised by `{after}`", Minor,
        "More answers are recognised; what it takes from other classes is told besides.";
    AliasRemoved, "alias-removed", "an alias is removed", "is no longer recognised by `{before}`", Breaking,
        "Answers with it no longer become this class.";
    AliasMoved, "alias-moved", "an alias belongs to another class", "`{before}` now leads to `{subject}`", Breaking,
        "Answers with it become errors that are none of the former class, or lack what it carried.";
    AliasNarrowed, "alias-narrowed", "an alias belongs to a class below that says and carries all that the former one does, and requires no more",
        "`{before}` now leads to `{subject}`, a class below", Minor,
        "What becomes of answers with it is still one of the former class: status, advice to repeat and payload included.";
    PrefixAdded, "prefix-added", "a prefix of codes is added", "is recognised by `{after}`", Minor,
        "More answers are recognised; what it takes from other classes is told besides.";
    PrefixRemoved, "prefix-removed", "a prefix of codes is removed", "is no longer recognised by `{before}`", Breaking,
        "Answers with such codes no longer become this class.";
    RuleAdded, "rule-added", "another rule is added", "is recognised by `{after}`", Minor,
        "More answers are recognised; what it takes from other classes is told besides.";
    RuleRemoved, "rule-removed", "another rule is removed", "is no longer recognised by `{before}`", Breaking,
        "What it recognised no longer becomes this class.";
    RuleNarrowed, "rule-narrowed", "a rule without a whole code belongs to a class below that says and carries all that the former one does, and requires no more",
        "`{before}` now leads to `{subject}`, a class below", Minor,
        "What becomes of such answers is still one of the former class: status, advice to repeat and payload included.";
    RuleCovered, "rule-covered", "a rule is removed, another of the same class asks no more than it did, and no other class's stands between",
        "`{before}` is gone, and `{after}` covers it", Patch,
        "Whatever it recognised still is.";
    TextsChanged, "texts-changed", "the texts of a rule change", "reads differently under `{subject}`", Patch,
        "Texts are for people: no program shall read them.";

    StatusAdded, "status-added", "a class without a status gets one", "has the status {after}", Minor,
        "None was promised before.";
    StatusRemoved, "status-removed", "a status is removed", "the status {before} is gone", Breaking,
        "Programs and proxies that look at it no longer find it.";
    StatusChanged, "status-changed", "a status is another one", "the status {before} is now {after}", Breaking,
        "Programs and proxies that look at it act differently. A fault that follows the status is no change of its own.";
    FaultAdded, "fault-added", "a fault is stated where none was", "is the {after}'s fault", Minor,
        "None was promised before.";
    FaultRemoved, "fault-removed", "a fault is no longer stated", "is no longer said to be the {before}'s fault", Breaking,
        "Whoever counts failures by fault loses these.";
    FaultChanged, "fault-changed", "a fault is the other side's", "was the {before}'s fault, and is the {after}'s", Breaking,
        "Whoever counts failures by fault counts these on the other side.";

    RetrySaidNever, "retry-unsaid-never", "not said whether to repeat, now `never`, where the status does not speak for repeating",
        "{subject: }retry: not said, now never", Minor,
        "None was promised: neither the class nor its status spoke for repeating.";
    RetryStatusNever, "retry-status-never", "not said whether to repeat, now `never`, where the status speaks for repeating",
        "{subject: }retry: as the status says, now never", Breaking,
        "Programs that repeated, as 429, 500, 502, 503 and 504 let them, no longer do.";
    RetrySaidTransient, "retry-unsaid-transient", "not said whether to repeat, now `transient`", "{subject: }retry: not said, now transient", Minor,
        "None was promised, and repeating helps.";
    RetrySaidThrottling, "retry-unsaid-throttling", "not said whether to repeat, now `throttling`", "{subject: }retry: not said, now throttling", Minor,
        "None was promised, and repeating helps.";
    RetryNeverUnsaid, "retry-never-unsaid", "`never` repeat, now not said", "{subject: }retry: never, now not said", Minor,
        "Who gives up, as before, does nothing wrong.";
    RetryNeverTransient, "retry-never-transient", "`never` repeat, now `transient`", "{subject: }retry: never, now transient", Minor,
        "Who gives up, as before, does nothing wrong.";
    RetryNeverThrottling, "retry-never-throttling", "`never` repeat, now `throttling`", "{subject: }retry: never, now throttling", Minor,
        "Who gives up, as before, does nothing wrong.";
    RetryTransientUnsaid, "retry-transient-unsaid", "`transient`, now not said", "{subject: }retry: transient, now not said", Breaking,
        "Programs that repeated no longer do: what passed by itself becomes a failure.";
    RetryTransientNever, "retry-transient-never", "`transient`, now `never`", "{subject: }retry: transient, now never", Breaking,
        "Programs that repeated no longer do: what passed by itself becomes a failure.";
    RetryTransientThrottling, "retry-transient-throttling", "`transient`, now `throttling`", "{subject: }retry: transient, now throttling", Minor,
        "Repeating still helps; that the rate should fall, too, is said in addition.";
    RetryThrottlingUnsaid, "retry-throttling-unsaid", "`throttling`, now not said", "{subject: }retry: throttling, now not said", Breaking,
        "Programs that repeated no longer do: what passed by itself becomes a failure.";
    RetryThrottlingNever, "retry-throttling-never", "`throttling`, now `never`", "{subject: }retry: throttling, now never", Breaking,
        "Programs that repeated no longer do: what passed by itself becomes a failure.";
    RetryThrottlingTransient, "retry-throttling-transient", "`throttling`, now `transient`", "{subject: }retry: throttling, now transient", Minor,
        "Repeating still helps; who lowers the rate, as before, does nothing wrong.";
    RetryRestated, "retry-restated", "a rule says itself what its class says of repeating, or leaves it to its class",
        "{subject: }retry: stated differently", Patch,
        "The advice is what it was.";

    ServiceAdded, "service-added", "a service is stated where none was, of a class that is recognised on the wire, or above one",
        "is of the service `{after}` alone", Breaking,
        "Answers of other services are no longer recognised.";
    ServiceSaid, "service-said", "a service is stated where none was, of classes that are never recognised on the wire",
        "is of the service `{after}`", Minor,
        "Nothing was recognised by it.";
    ServiceRemoved, "service-removed", "a service is no longer stated, of a class that is recognised on the wire, or above one",
        "is no longer of the service `{before}`", Breaking,
        "An answer of that service that no class claims is no longer one of this class.";
    ServiceUnsaid, "service-unsaid", "a service is no longer stated, of classes that are never recognised on the wire",
        "no longer says the service `{before}`", Minor,
        "Nothing was recognised by it.";
    ServiceChanged, "service-changed", "a service is another one, of a class that is recognised on the wire, or above one",
        "was of the service `{before}`, and is of `{after}`", Breaking,
        "Answers of the former service are no longer recognised.";
    ServiceRestated, "service-restated", "a service is another one, of classes that are never recognised on the wire",
        "said the service `{before}`, and says `{after}`", Minor,
        "Nothing was recognised by it.";
    ProblemAdded, "problem-added", "a type of problem details is stated where none was", "has the problem type `{after}`", Minor,
        "None was promised before.";
    ProblemRemoved, "problem-removed", "a type of problem details is removed", "the problem type `{before}` is gone", Breaking,
        "The type is what clients of problem details tell errors by (RFC 9457 §3.1.1).";
    ProblemChanged, "problem-changed", "a type of problem details is another one", "the problem type `{before}` is now `{after}`", Breaking,
        "The type is what clients of problem details tell errors by (RFC 9457 §3.1.1). One that follows the code is no change of its own.";
    DomainAdded, "domain-added", "a domain is stated where none was", "has the domain `{after}`", Minor,
        "None was promised before.";
    DomainRemoved, "domain-removed", "a domain is removed, of a class with a code, or above one", "the domain `{before}` is gone", Breaking,
        "Clients of gRPC tell errors by reason and domain (google.rpc.ErrorInfo).";
    DomainUnsaid, "domain-unsaid", "a domain is removed, of classes without a code", "no longer says the domain `{before}`", Minor,
        "Without a code there is no reason, and the domain was told to nobody (google.rpc.ErrorInfo).";
    DomainChanged, "domain-changed", "a domain is another one, of a class with a code, or above one",
        "the domain `{before}` is now `{after}`", Breaking,
        "Clients of gRPC tell errors by reason and domain (google.rpc.ErrorInfo).";
    DomainRestated, "domain-restated", "a domain is another one, of classes without a code",
        "said the domain `{before}`, and says `{after}`", Minor,
        "Without a code there is no reason, and the domain was told to nobody (google.rpc.ErrorInfo).";
    ExposedAdded, "exposed-added", "a class is exposed", "is shown to others as it is", Minor,
        "Others are shown more; look twice whether they shall be.";
    ExposedRemoved, "exposed-removed", "a class is no longer exposed", "is no longer shown to others as it is", Breaking,
        "The code, status and payload that went out are masked.";

    MemberAdded, "member-added", "a member is added that answers may lack, or to a class that is not built from them, or was not",
        "carries {subject}", Minor,
        "Every former answer still fits.";
    MemberRequired, "member-required", "a member is added without which an answer does not fit",
        "requires {subject}", Breaking,
        "An answer without it no longer becomes a value of the class.";
    MemberRemoved, "member-removed", "a member is removed", "no longer carries {subject}", Breaking,
        "Its payload is gone.";
    MemberType, "member-type", "a member has another type", "{subject} was a `{before}`, and is a `{after}`", Breaking,
        "Whether the types read alike cannot be seen from their names.";
    MemberNowRequired, "member-now-required", "an optional member is required", "requires {subject}, which was optional", Breaking,
        "An answer without it no longer becomes a value of the class.";
    MemberAlwaysThere, "member-always-there", "an optional member is always there: by a default, or in a class that is not built from answers, or was not",
        "always carries {subject}, which was optional", Minor,
        "Every former answer still fits, and whoever was prepared for its absence does nothing wrong.";
    MemberNowOptional, "member-now-optional", "a required member is an `Option`", "may lack {subject}", Breaking,
        "Whoever relies on the value may not find it.";
    MemberNowDefaulted, "member-now-defaulted", "a required member has a default", "has a default for {subject}", Minor,
        "There is a value as before, and more answers fit.";
    ValueAddedOpen, "value-added-open", "a value is added to an open list", "{subject} may be `{after}`", Minor,
        "Other values were taken before.";
    ValueAddedClosed, "value-added-closed", "a value is added to a closed list", "{subject} may be `{after}`", Breaking,
        "Whoever told all values apart meets one that was excluded.";
    ValueRemoved, "value-removed", "a value is removed from a list", "{subject} is never `{before}` by name", Breaking,
        "Whoever looks for the value no longer finds it.";
    ValuesOpened, "values-opened", "a closed list of values is opened", "{subject} may be something else than its known values", Breaking,
        "Whoever told all values apart meets others.";
    ValuesClosed, "values-closed", "an open list of values is closed", "{subject} may be nothing else than its known values", Breaking,
        "An answer with another value no longer becomes a value of the class.";
    OutAdded, "out-added", "a member is written when an error is rendered", "writes {subject} when rendered", Minor,
        "Others are told more.";
    OutRemoved, "out-removed", "a member is no longer written when an error is rendered", "no longer writes {subject} when rendered", Breaking,
        "Its payload is gone for others.";
    MemberNotes, "member-notes", "the sample of a member, how its values are listed, or the case of a header's name, changes",
        "{subject} is shown differently", Patch,
        "No answer differs.";
    DocsChanged, "docs-changed", "a doc comment changes", "{subject }reads differently in the documentation", Patch,
        "No error differs.";
}
