// Written by src/platform/db/write-schema.ts from a freshly migrated database.
import type { ColumnType, GeneratedAlways, Generated } from 'kysely'

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue }
/** Read as a value, written as JSON text: a bare array would be taken for an array of the database. */
export type Json = ColumnType<JsonValue, string, string>
/** Numerics are text: they hold more than a number can. */
export type Numeric = ColumnType<string, string | number, string | number>

export interface DB {
  'accounts.account': {
    id: string
    email_hash: string | null
    email_sealed: Buffer | null
    language: string
    begun_at: Temporal.Instant
    asked_at: Temporal.Instant
    email_confirmed_at: Temporal.Instant | null
    terms_version: string | null
    password_set_at: Temporal.Instant | null
    code_channel: string | null
    channel_proven_at: Temporal.Instant | null
    backup_code_kept_at: Temporal.Instant | null
    reset_questions_set_at: Temporal.Instant | null
    service: string | null
    account_type: string | null
    representative_kind: string | null
    online_account_number: string | null
    completed_at: Temporal.Instant | null
    wrong_codes: Generated<number>
    wrong_codes_since: Temporal.Instant | null
    codes_wait_until: Temporal.Instant | null
    protected_at: Temporal.Instant | null
    date_of_birth_hash: string | null
    password_must_change_at: Temporal.Instant | null
    opened_by_agency_at: Temporal.Instant | null
    retired_at: Temporal.Instant | null
    closed_at: Temporal.Instant | null
    legal_hold_at: Temporal.Instant | null
    emptied_at: Temporal.Instant | null
  }
  'accounts.authenticator_app': {
    id: string
    account: string
    name: string
    secret_sealed: Buffer
    added_at: Temporal.Instant
    proven_at: Temporal.Instant | null
    last_step: number | null
    last_used_at: Temporal.Instant | null
    removed_at: Temporal.Instant | null
  }
  'accounts.backup_code': {
    id: string
    account: string
    hash: string
    sealed: Buffer | null
    issued_at: Temporal.Instant
    kept_at: Temporal.Instant | null
    used_at: Temporal.Instant | null
  }
  'accounts.closing': {
    id: string
    account: string
    key_id: string
    undo_hash: string | null
    closed_at: Temporal.Instant
    undo_until: Temporal.Instant
    undone_at: Temporal.Instant | null
    carried_out_at: Temporal.Instant | null
  }
  'accounts.code_challenge': {
    id: string
    account: string
    session: string
    channel: string
    key_id: string
    sends: Generated<number>
    sent_at: Temporal.Instant | null
    tries: Generated<number>
    answered_at: Temporal.Instant | null
    purpose: Generated<string>
    phone: string | null
    text_message: string | null
    sent_to: Generated<string[]>
  }
  'accounts.contact_change': {
    id: string
    ordinal: GeneratedAlways<number>
    account: string
    what: string
    old_hash: string | null
    old_sealed: Buffer | null
    new_sealed: Buffer | null
    key_id: string
    proof_hash: string | null
    asked_at: Temporal.Instant
    dropped_at: Temporal.Instant | null
    made_at: Temporal.Instant | null
    undo_hash: string | null
    undo_until: Temporal.Instant | null
    undone_at: Temporal.Instant | null
  }
  'accounts.contact_point': {
    id: string
    account: string
    kind: string
    purpose: string
    address_hash: string
    address_sealed: Buffer
    added_at: Temporal.Instant
    proven_at: Temporal.Instant | null
    removed_at: Temporal.Instant | null
    tell_until: Temporal.Instant | null
  }
  'accounts.forwarding': {
    retired: string
    kept: string
    cause: string
    forwarded_at: Temporal.Instant
  }
  'accounts.identity_check': {
    id: string
    recovery: string
    documents: string[]
    recorded_by: string
    recorded_at: Temporal.Instant
    confirmed_by: string | null
    confirmed_at: Temporal.Instant | null
  }
  'accounts.known_browser': {
    account: string
    secret_hash: string
    first_seen_at: Temporal.Instant
    last_seen_at: Temporal.Instant
  }
  'accounts.merge_attempt': {
    id: string
    kept: string
    other: string
    other_session: string
    begun_at: Temporal.Instant
    proven_at: Temporal.Instant | null
    done_at: Temporal.Instant | null
  }
  'accounts.not_me_link': {
    id: string
    account: string
    visit: string
    token_hash: string
    made_at: Temporal.Instant
    expires_at: Temporal.Instant
    spent_at: Temporal.Instant | null
  }
  'accounts.parked_form': {
    account: string
    path: string
    sealed: Buffer
    parked_at: Temporal.Instant
  }
  'accounts.passkey': {
    id: string
    account: string
    credential_id: string
    public_key: Buffer
    counter: Generated<number>
    transports: Generated<string[]>
    is_backed_up: boolean
    name: string
    added_at: Temporal.Instant
    last_used_at: Temporal.Instant | null
    removed_at: Temporal.Instant | null
    user_handle: string
    is_backup_eligible: boolean
  }
  'accounts.passkey_challenge': {
    id: string
    purpose: string
    account: string | null
    session: string | null
    challenge: string
    made_at: Temporal.Instant
    taken_at: Temporal.Instant | null
  }
  'accounts.password': {
    account: string
    hash: string
    set_at: Temporal.Instant
  }
  'accounts.password_reset': {
    id: string
    account: string | null
    key_id: string
    token_hash: string
    made_at: Temporal.Instant
    expires_at: Temporal.Instant
    killed_at: Temporal.Instant | null
    spent_at: Temporal.Instant | null
    session: string | null
    questions: Generated<string[]>
    factor: string | null
    backup_code: string | null
    backup_tries: Generated<number>
    answer_tries: Generated<number>
    answered_at: Temporal.Instant | null
    done_at: Temporal.Instant | null
    recovery: string | null
    opened_by: Generated<string>
  }
  'accounts.password_try': {
    subject: string
    network: string
    burst: number
    burst_began_at: Temporal.Instant
    wrong: number
    late: number
    wait_until: Temporal.Instant | null
    last_at: Temporal.Instant
  }
  'accounts.protection': {
    id: string
    account: string
    set_by_kind: string
    set_by: string
    set_at: Temporal.Instant
    reason_sealed: Buffer | null
    lift_asked_at: Temporal.Instant | null
    lift_due_at: Temporal.Instant | null
    lifted_at: Temporal.Instant | null
    lifted_as: string | null
  }
  'accounts.recovery_request': {
    id: string
    account: string | null
    key_id: string
    cancel_hash: string
    lost: string[]
    begun_at: Temporal.Instant
    opens_at: Temporal.Instant
    expires_at: Temporal.Instant
    told_at: Temporal.Instant | null
    opened_at: Temporal.Instant | null
    ended_at: Temporal.Instant | null
    ended_by: string | null
  }
  'accounts.reset_answer': {
    account: string
    position: number
    question: string
    answer_hash: string
    set_at: Temporal.Instant
  }
  'accounts.safe_contact': {
    account: string
    mailbox_unsafe: Generated<boolean>
    phone_unsafe: Generated<boolean>
    changed_at: Temporal.Instant
  }
  'accounts.session': {
    id: string
    audience: Generated<string>
    secret_hash: string
    account: string
    stage: string
    begun_at: Temporal.Instant
    last_seen_at: Temporal.Instant
    idle_minutes: Generated<number>
    ends_at: Temporal.Instant
    proved_at: Temporal.Instant | null
    network: string | null
    ended_at: Temporal.Instant | null
    ended_by: string | null
    proved_by: string | null
    device: string | null
    country: string | null
    visit: Generated<string>
  }
  'accounts.sign_up_link': {
    id: string
    account: string
    key_id: string
    token_hash: string
    made_at: Temporal.Instant
    expires_at: Temporal.Instant
    spent_at: Temporal.Instant | null
    killed_at: Temporal.Instant | null
  }
  'accounts.sign_up_step_count': {
    day: Temporal.PlainDate
    step: string
    done: number
  }
  'accounts.support_request': {
    id: string
    tracking_number: string
    key_id: string
    token_hash: string
    topic: string
    account: string | null
    address_sealed: Buffer | null
    message_sealed: Buffer
    language: string
    sent_at: Temporal.Instant
    answered_at: Temporal.Instant | null
    closed_at: Temporal.Instant | null
  }
  'accounts.support_step': {
    id: string
    request: string
    staff: string
    session: string
    role: string
    kind: string
    reason: string | null
    answer: string | null
    recovery: string | null
    at: Temporal.Instant
    done_at: Temporal.Instant | null
  }
  'accounts.terms_agreement': {
    account: string
    version: string
    language: string
    agreed_at: Temporal.Instant
    text_sha256: string | null
  }
  'audit.entry': {
    id: Generated<string>
    at: Temporal.Instant
    ordinal: GeneratedAlways<number>
    operation: string
    actor_kind: string
    actor_id: string | null
    subject: string | null
    account: string | null
    outcome: string
    refusal: string | null
    detail: Json | null
    request_id: string | null
  }
  'audit.link': {
    position: number
    entry_id: string
    entry_at: Temporal.Instant
    hash: Buffer
  }
  'audit.signed_head': {
    position: number
    hash: Buffer
    signed_at: Temporal.Instant
    signature: string
  }
  'audit.unsealed': {
    ordinal: number
    entry_id: string
    entry_at: Temporal.Instant
  }
  'audit.verification': {
    at: Temporal.Instant
    sealed: number
    unsealed: number
    faults: number
  }
  'cases.access_notice': {
    id: string
    case: string
    addressee: string
    account: string | null
    code_hash: string | null
    cause: string
    issued_at: Temporal.Instant
    expires_at: Temporal.Instant
    reminded_at: Temporal.Instant | null
    ended_at: Temporal.Instant | null
    ended_as: string | null
    used_by: string | null
    asked_by: string | null
    asked_why_sealed: Buffer | null
    ended_by: string | null
    ended_why_sealed: Buffer | null
  }
  'cases.address_change': {
    id: string
    ordinal: GeneratedAlways<number>
    press: string | null
    case: string
    account: string | null
    sealed: Buffer
    at: Temporal.Instant
    paper: string | null
  }
  'cases.address_press': {
    id: string
    account: string
    at: Temporal.Instant
  }
  'cases.case': {
    id: string
    receipt_number: string
    form: string
    channel: string
    status: string
    status_on: Temporal.PlainDate
    status_since: Temporal.Instant
    received_on: Temporal.PlainDate
    office: string | null
    protected: Generated<boolean>
    opened_at: Temporal.Instant
    touched_at: Temporal.Instant
    answer_waits: Generated<boolean>
    lapse_waits: Generated<boolean>
  }
  'cases.document': {
    id: string
    case: string
    kind: string
    source: string
    title_key: string
    storage_key: string
    content_type: string
    sha256: string
    size_bytes: number
    pages: number | null
    made_at: Temporal.Instant
    received_on: Temporal.PlainDate | null
  }
  'cases.follow_stop': {
    case: string
    account: string
    stopped_at: Temporal.Instant
  }
  'cases.follower': {
    account: string
    case: string
    since_at: Temporal.Instant
  }
  'cases.later_paper': {
    id: string
    ordinal: GeneratedAlways<number>
    case: string
    kind: string
    received_on: Temporal.PlainDate
    taken_at: Temporal.Instant
    taken_by: string
    outcome: string
    sealed: Buffer | null
    letter: string | null
    reason: string | null
    settled_at: Temporal.Instant | null
    settled_by: string | null
  }
  'cases.letter': {
    id: string
    case: string | null
    notice: string | null
    kind: string
    sealed: Buffer | null
    written_at: Temporal.Instant
    batch: string | null
    printed_at: Temporal.Instant | null
    withdrawn_at: Temporal.Instant | null
    apart_at: Temporal.Instant | null
    apart_as: string | null
    safe_at: Temporal.Instant | null
    rejection: string | null
  }
  'cases.mail_hold': {
    id: string
    case: string
    addressee: string
    paper: string
    since_at: Temporal.Instant
    since_on: Temporal.PlainDate
    ended_at: Temporal.Instant | null
    ended_as: string | null
  }
  'cases.paper_filing': {
    case: string
    sealed: Buffer
    date_of_birth_hash: string
    consular: Generated<boolean>
    fee_cents: number | null
    taken_at: Temporal.Instant
  }
  'cases.paper_rejection': {
    id: string
    form: string
    received_on: Temporal.PlainDate
    reasons: string[]
    fee_cents: number | null
    fee_returned: boolean | null
    sealed: Buffer | null
    typed_by: string
    typed_at: Temporal.Instant
    rejected_at: Temporal.Instant | null
    emptied_at: Temporal.Instant | null
  }
  'cases.party': {
    case: string
    account: string
    role: string
    from_at: Temporal.Instant
    until_at: Temporal.Instant | null
    id: Generated<string>
    ended_by: string | null
    ended_why_sealed: Buffer | null
  }
  'cases.print_batch': {
    id: string
    ordinal: GeneratedAlways<number>
    made_at: Temporal.Instant
    letters: number
    pages: number
    storage_key: string
    sha256: string
    size_bytes: number
    fetched_at: Temporal.Instant | null
    counted: number | null
    confirmed_at: Temporal.Instant | null
    confirmed_by: string | null
    withdrawn_at: Temporal.Instant | null
  }
  'cases.protection': {
    id: string
    case: string
    set_by: string | null
    set_at: Temporal.Instant
    reason_sealed: Buffer | null
    lifted_at: Temporal.Instant | null
  }
  'cases.status_change': {
    id: string
    ordinal: GeneratedAlways<number>
    case: string
    status: string
    effective_on: Temporal.PlainDate
    at: Temporal.Instant
    by_kind: string
    by_id: string
    reason_sealed: Buffer | null
    public: Generated<boolean>
  }
  'cases.task': {
    id: string
    case: string
    kind: string
    subject: string
    opened_at: Temporal.Instant
    due_at: Temporal.Instant | null
    starts_at: Temporal.Instant | null
    ended_at: Temporal.Instant | null
    ended_how: string | null
    reminded_days: number | null
    changes: Generated<number>
    ordinal: GeneratedAlways<number>
  }
  'cases.usual_time': {
    form: string
    decided: number
    lower_days: number
    upper_days: number
    from_on: Temporal.PlainDate
    until_on: Temporal.PlainDate
    counted_at: Temporal.Instant
  }
  'correspondence.additional_evidence': {
    id: string
    case: string
    receipt_number: string
    account: string
    side: string
    tray: string
    sealed: Buffer
    at: Temporal.Instant
    seen_at: Temporal.Instant | null
    seen_by: string | null
  }
  'correspondence.appointment': {
    id: string
    case: string
    receipt_number: string
    kind: string
    office: string
    slot: string
    starts_at: Temporal.Instant
    minutes: number
    state: string
    changes: Generated<number>
    sequence: Generated<number>
    made_at: Temporal.Instant
    made_by: string
    changed_at: Temporal.Instant
    why: string | null
    arrived_at: Temporal.Instant | null
    confirmed: boolean | null
    needs_sealed: Buffer | null
    reminded_days: number | null
    notice: string | null
  }
  'correspondence.appointment_step': {
    id: string
    appointment: string
    at: Temporal.Instant
    what: string
    side: string
    account: string | null
    staff: string | null
    from_at: Temporal.Instant | null
    to_at: Temporal.Instant | null
    why: string | null
    words_sealed: Buffer | null
    told_at: Temporal.Instant | null
  }
  'correspondence.card': {
    id: string
    ordinal: GeneratedAlways<number>
    case: string
    receipt_number: string
    kind: string
    replaces: string | null
    ordered_at: Temporal.Instant
  }
  'correspondence.card_step': {
    id: string
    ordinal: GeneratedAlways<number>
    card: string
    step: string
    done_on: Temporal.PlainDate
    carrier: string | null
    tracking_sealed: Buffer | null
    by: string
    at: Temporal.Instant
  }
  'correspondence.decision': {
    id: string
    case: string
    receipt_number: string
    kind: string
    from_status: string
    grounds: string[]
    words_sealed: Buffer | null
    note_sealed: Buffer
    motion: string | null
    state: string
    proposed_by: string
    proposed_at: Temporal.Instant
    reviewed_by: string | null
    reviewed_at: Temporal.Instant | null
    answer_sealed: Buffer | null
    made_at: Temporal.Instant | null
    motion_due_at: Temporal.Instant | null
  }
  'correspondence.evidence_request': {
    id: string
    case: string
    receipt_number: string
    form: string
    kind: string
    asks: number
    sealed: Buffer
    sent_at: Temporal.Instant
    sent_by: string
    days: number
    mailed: boolean
    due_at: Temporal.Instant
    state: string
    ended_at: Temporal.Instant | null
    way: string | null
    answered_by: string | null
    answer_press: string | null
    answered_side: string | null
    partial: boolean | null
    late: boolean | null
    ended_by: string | null
    why_sealed: Buffer | null
    seen_at: Temporal.Instant | null
    seen_by: string | null
    copy_key: string
    ended_with: string | null
  }
  'correspondence.hold': {
    id: string
    case: string
    receipt_number: string
    kind: string
    from_status: string
    status: string
    until_on: Temporal.PlainDate | null
    note_sealed: Buffer
    by: string
    at: Temporal.Instant
    released_by: string | null
    released_at: Temporal.Instant | null
    release_note_sealed: Buffer | null
  }
  'correspondence.identity_attempt': {
    id: string
    check: string
    case: string
    account: string
    session: string
    state_hash: string
    provider: string
    begun_at: Temporal.Instant
    back_at: Temporal.Instant | null
    ended_at: Temporal.Instant | null
    ended_how: string | null
    level: string | null
  }
  'correspondence.identity_check': {
    id: string
    case: string
    receipt_number: string
    reason: string
    asked_at: Temporal.Instant
    asked_by: string
    due_at: Temporal.Instant
    account: string | null
    tray: string | null
    sent_at: Temporal.Instant | null
    decided_at: Temporal.Instant | null
    decided_by: string | null
    outcome: string | null
    note_sealed: Buffer | null
    provider: string | null
    level: string | null
  }
  'correspondence.inquiry': {
    id: string
    case: string
    receipt_number: string
    account: string
    side: string
    reason: string
    sealed: Buffer
    at: Temporal.Instant
    expected_on: Temporal.PlainDate
    answered_at: Temporal.Instant | null
    answered_by: string | null
    outcome: string | null
    answer_sealed: Buffer | null
  }
  'correspondence.message': {
    id: string
    thread: string
    ordinal: number
    side: string
    account: string | null
    staff: string | null
    at: Temporal.Instant
    sealed: Buffer
    tray: string | null
  }
  'correspondence.message_file': {
    id: string
    thread: string
    message: string
    ordinal: number
    document: string
    type: string
    sha256: string
    size_bytes: number
    pages: number | null
    name_sealed: Buffer
  }
  'correspondence.motion': {
    id: string
    case: string
    receipt_number: string
    kind: string
    way: string
    came_on: Temporal.PlainDate
    due_at: Temporal.Instant | null
    in_time: boolean | null
    note_sealed: Buffer
    by: string
    at: Temporal.Instant
  }
  'correspondence.notice': {
    id: string
    case: string
    receipt_number: string
    kind: string
    source: string
    issued_at: Temporal.Instant
    issued_on: Temporal.PlainDate
    code: string
    text_sha256: string
    signature: string
    sealed: Buffer
    told_at: Temporal.Instant | null
    ended_at: Temporal.Instant | null
    ended_as: string | null
  }
  'correspondence.notice_key': {
    key_id: string
    public_key: string
    published_at: Temporal.Instant
  }
  'correspondence.notice_opening': {
    notice: string
    account: string
    side: string
    at: Temporal.Instant
  }
  'correspondence.notice_paper': {
    id: string
    notice: string
    copy: string
    storage_key: string
    sha256: string
    size_bytes: number
    pages: number
    made_at: Temporal.Instant
  }
  'correspondence.notice_post': {
    id: string
    notice: string
    copy: string
    cause: string
    asked_at: Temporal.Instant
    staff: string | null
    why_sealed: Buffer | null
    letter: string | null
    no_address_at: Temporal.Instant | null
  }
  'correspondence.outage': {
    id: string
    parts: string[]
    starts_at: Temporal.Instant
    ends_at: Temporal.Instant | null
    words: Json
    stops_clock: boolean
    declared_at: Temporal.Instant
    declared_by: string
    ended_at: Temporal.Instant | null
    ended_by: string | null
    withdrawn_at: Temporal.Instant | null
    withdrawn_by: string | null
    applied_at: Temporal.Instant | null
    moved: Generated<number>
  }
  'correspondence.paper_withdrawal': {
    id: string
    case: string
    receipt_number: string
    received_on: Temporal.PlainDate
    name_sealed: Buffer
    why_sealed: Buffer | null
    by: string
    at: Temporal.Instant
  }
  'correspondence.reading': {
    thread: string
    up_to: number
    side: string
    account: string | null
    staff: string | null
    at: Temporal.Instant
  }
  'correspondence.request_answer': {
    ask: string
    version: number
    lacks: boolean
    account: string
    side: string
    saved_at: Temporal.Instant
    sealed: Buffer | null
  }
  'correspondence.request_ask': {
    id: string
    request: string
    ordinal: number
    code: string | null
    files: boolean
    sealed: Buffer | null
  }
  'correspondence.request_draft': {
    case: string
    version: number
    saved_at: Temporal.Instant
    saved_by: string
    sealed: Buffer
  }
  'correspondence.request_event': {
    id: string
    request: string
    what: string
    at: Temporal.Instant
    due_from: Temporal.Instant | null
    due_to: Temporal.Instant | null
    outage: string | null
  }
  'correspondence.request_typed': {
    ask: string
    account: string
    kept_at: Temporal.Instant
    sealed: Buffer
  }
  'correspondence.slot': {
    id: string
    office: string
    kind: string
    starts_at: Temporal.Instant
    minutes: number
    capacity: number
    taken: Generated<number>
    opened_at: Temporal.Instant
    opened_by: string
    closed_at: Temporal.Instant | null
    closed_by: string | null
    closed_why: string | null
  }
  'correspondence.thread': {
    id: string
    case: string
    receipt_number: string
    topic: string
    opened_at: Temporal.Instant
    opened_by: string
    messages: number
    last_at: Temporal.Instant
    state: string
    waits_since: Temporal.Instant | null
  }
  'correspondence.told': {
    id: string
    at: Temporal.Instant
  }
  'correspondence.transfer': {
    id: string
    case: string
    receipt_number: string
    from_office: string | null
    to_office: string
    reason: string
    note_sealed: Buffer
    by: string
    at: Temporal.Instant
  }
  'correspondence.withdrawal': {
    id: string
    case: string
    receipt_number: string
    account: string
    sealed: Buffer
    language: string
    at: Temporal.Instant
  }
  'evidence.begun_upload': {
    id: string
    account: string
    storage_key: string
    begun_at: Temporal.Instant
  }
  'evidence.file': {
    id: string
    account: string
    draft: string
    document: string
    name_sealed: Buffer
    type: string
    size_bytes: number
    sha256: string
    storage_key: string
    state: Generated<string>
    refusal: string | null
    pages: number | null
    width: number | null
    height: number | null
    previews: Generated<number>
    uploaded_at: Temporal.Instant
    checked_at: Temporal.Instant | null
    removed_at: Temporal.Instant | null
    submission: string | null
    bytes_gone_at: Temporal.Instant | null
    unscanned_since: Temporal.Instant | null
    scan_again_at: Temporal.Instant | null
    scan_failures: Generated<number>
    parts: Generated<number[]>
    parts_tried: Generated<number>
    shown_copy_at: Temporal.Instant | null
    description_sealed: Buffer | null
    place: Generated<number>
    replaces: string | null
    restorable_until: Temporal.Instant | null
    translates: string | null
  }
  'evidence.resumable_upload': {
    id: string
    account: string
    draft: string
    document: string
    name_sealed: Buffer
    same_file: string | null
    type: string | null
    size_bytes: number
    storage_key: string
    offset_bytes: Generated<number>
    parts: Generated<number[]>
    parts_tried: Generated<number>
    begun_at: Temporal.Instant
    expires_at: Temporal.Instant
    cancelled_at: Temporal.Instant | null
    outcome: string | null
    translates: string | null
  }
  'evidence.submitted_draft': {
    draft: string
    account: string
    submission: string
    submitted_at: Temporal.Instant
  }
  'evidence.tray': {
    id: string
    case: string
    account: string
    purpose: string
    subject: string | null
    documents: string[]
    files_most: number
    page: string
    opened_at: Temporal.Instant
    submitted_at: Temporal.Instant | null
    side: string | null
  }
  'filing.draft': {
    id: string
    account: string
    start_key: string
    form: string
    edition: Temporal.PlainDate
    language: string
    answers_sealed: Buffer
    typed_sealed: Buffer | null
    version: Generated<number>
    started_at: Temporal.Instant
    worked_on_at: Temporal.Instant
    expires_at: Temporal.Instant
    deleted_at: Temporal.Instant | null
    submission: string | null
    submitted_at: Temporal.Instant | null
    warned_days: number | null
    warned_after: Temporal.Instant | null
    offered_sealed: Buffer | null
    origins_sealed: Buffer | null
    prepared: string | null
    prepared_by: string | null
    prepared_for_sealed: Buffer | null
    frozen_at: Temporal.Instant | null
  }
  'filing.fee_waiver': {
    id: string
    account: string
    draft: string
    request: string
    codes: string[]
    begun_at: Temporal.Instant
    asked_at: Temporal.Instant | null
    case: string | null
    filed_at: Temporal.Instant | null
    about_hash: string | null
  }
  'filing.fee_waiver_decision': {
    waiver: string
    granted: boolean
    codes: string[]
    reason: string | null
    decided_at: Temporal.Instant
    staff: string
  }
  'filing.helper_signature': {
    id: string
    draft: string
    account: string
    helper: string
    capacity: string
    language: string
    statement: string
    name_sealed: Buffer
    document_sha256: string
    session: string
    signed_at: Temporal.Instant
    record_language: string | null
    record_statement: string | null
    record_binds: string | null
    name_mark: string | null
  }
  'filing.ledger': {
    submission: string | null
    receipt_number: string | null
    received_at: Temporal.Instant | null
    fee_cents: number | null
    captured_cents: number | null
    refunded_cents: number | null
    under_way: number | null
    balance_cents: number | null
    taken_back_cents: number | null
    unpaid_cents: number | null
  }
  'filing.money_movement': {
    ordinal: GeneratedAlways<number>
    payment: string
    kind: string
    amount_cents: number
    moved_at: Temporal.Instant
  }
  'filing.money_report': {
    day: Temporal.PlainDate
    provider: string
    made_at: Temporal.Instant
    balances: boolean
    report: Json
  }
  'filing.payment': {
    id: string
    submission: string
    account: string
    attempt: number
    signature: string | null
    amount_cents: number
    currency: string
    lines: Json
    state: string
    reason: string | null
    provider_id: string | null
    provider_url: string | null
    begun_at: Temporal.Instant
    next_check_at: Temporal.Instant
    authorised_at: Temporal.Instant | null
    closed_at: Temporal.Instant | null
    captured_cents: Generated<number>
    refunded_cents: Generated<number>
    provider: string
    method: string | null
    taken_back_cents: Generated<number>
    returned_at: Temporal.Instant | null
    dispute: string | null
    dispute_cents: Generated<number>
    disputed_at: Temporal.Instant | null
    card_last4: string | null
    moved_at: Temporal.Instant | null
  }
  'filing.payment_event': {
    event: string
    provider_id: string
    kind: string
    came_at: Temporal.Instant
  }
  'filing.refund': {
    id: string
    payment: string
    account: string
    case: string
    amount_cents: number
    reason: string
    note_sealed: Buffer
    state: string
    asked_by: string
    asked_at: Temporal.Instant
    decided_by: string | null
    decided_at: Temporal.Instant | null
    answer_sealed: Buffer | null
    failure: string | null
    next_check_at: Temporal.Instant | null
    closed_at: Temporal.Instant | null
    receipt_key: string
  }
  'filing.signature': {
    id: string
    draft: string
    account: string
    language: string
    statement: string
    name_sealed: Buffer
    judged_on: Temporal.PlainDate
    document_sealed: Buffer
    document_sha256: string
    shown_sealed: Buffer
    shown_sha256: string
    session: string
    factor: string
    proved_at: Temporal.Instant
    signed_at: Temporal.Instant
    record_language: string | null
    record_statement: string | null
    record_binds: string | null
    ordinal: GeneratedAlways<number>
  }
  'filing.submission': {
    id: string
    draft: string
    account: string
    form: string
    edition: Temporal.PlainDate
    language: string
    begun_at: Temporal.Instant
    fee_cents: number
    fee_lines: Json
    signature: string | null
    received_at: Temporal.Instant | null
    received_on: Temporal.PlainDate | null
    case: string | null
    receipt_number: string | null
    copy_key: string
    receipt_key: string
    waived_cents: Generated<number>
  }
  'mail.demo_attachment': {
    entry: string
    name: string
    content_type: string
    bytes: Buffer
  }
  'mail.demo_outbox': {
    id: string
    channel: string
    recipient: string
    subject: string
    body_text: string
    body_html: string
    attachments: Generated<Json>
    sent_at: Temporal.Instant
    ordinal: GeneratedAlways<number>
  }
  'mail.queued': {
    id: string
    kind: string
    person: string
    language: string
    to_sealed: Buffer
    values_sealed: Buffer
    queued_at: Temporal.Instant
    sent_at: Temporal.Instant | null
    failed_at: Temporal.Instant | null
    failure: string | null
    address_hash: string | null
    delivered_at: Temporal.Instant | null
    bounced_at: Temporal.Instant | null
    bounce_code: string | null
  }
  'mail.reach': {
    person: string
    address_hash: string
    bounces: number
    last_at: Temporal.Instant
    unreachable_at: Temporal.Instant | null
  }
  'notifications.choice': {
    account: string
    topic: string
    by_email: boolean
    by_text: boolean
    chosen_at: Temporal.Instant
  }
  'officer.answer_file': {
    scan: string
    ordinal: GeneratedAlways<number>
    thread: string
    added_by: string
    added_at: Temporal.Instant
    type: string
    sha256: string
    name_sealed: Buffer | null
    ended_at: Temporal.Instant | null
    ended: string | null
  }
  'officer.assignment': {
    id: string
    case: string
    receipt_number: string
    staff: string
    queue: string
    from_at: Temporal.Instant
    until_at: Temporal.Instant | null
    ended_by: string | null
    given_by: string | null
  }
  'officer.bulk': {
    id: string
    staff: string
    status: string
    reason_sealed: Buffer
    made_at: Temporal.Instant
    confirmed_at: Temporal.Instant | null
    stopped_at: Temporal.Instant | null
    ended_at: Temporal.Instant | null
  }
  'officer.bulk_case': {
    bulk: string
    receipt_number: string
    case: string | null
    from_status: string | null
    state: string
    why: string | null
  }
  'officer.case_note': {
    id: string
    case: string
    follows: string | null
    staff: string
    sealed: Buffer
    pinned: Generated<boolean>
    at: Temporal.Instant
    struck_at: Temporal.Instant | null
  }
  'officer.check_result': {
    id: string
    case: string
    gate: string
    outcome: string
    done_on: Temporal.PlainDate
    note_sealed: Buffer | null
    staff: string
    at: Temporal.Instant
    ordinal: GeneratedAlways<number>
  }
  'officer.conflict': {
    id: string
    case: string
    receipt_number: string
    staff: string
    why: string
    note_sealed: Buffer | null
    declared_at: Temporal.Instant
    seen_by: string | null
    seen_at: Temporal.Instant | null
    lifted_by: string | null
    lifted_at: Temporal.Instant | null
    lift_note_sealed: Buffer | null
  }
  'officer.duplicate_act': {
    id: string
    ordinal: GeneratedAlways<number>
    case: string
    kind: string
    staff: string
    answer: string | null
    account: string | null
    reason_sealed: Buffer | null
    at: Temporal.Instant
  }
  'officer.enrolment_link': {
    id: string
    staff: string
    token_hash: string
    made_at: Temporal.Instant
    expires_at: Temporal.Instant
    used_at: Temporal.Instant | null
    killed_at: Temporal.Instant | null
  }
  'officer.file_opening': {
    id: string
    staff: string
    session: string
    case: string
    role: string
    reason: string
    note_sealed: Buffer | null
    at: Temporal.Instant
    office: string | null
  }
  'officer.intake': {
    id: string
    ordinal: GeneratedAlways<number>
    source: string
    file_sealed: Buffer | null
    begun_at: Temporal.Instant
    begun_by: string
    lines: Generated<number>
    taken: Generated<number>
    uncertain: Generated<number>
    known: Generated<number>
    refused: Generated<number>
    touched_at: Temporal.Instant
    ended_at: Temporal.Instant | null
    file_fault: string | null
    dry_run: Generated<boolean>
    storage_key: string | null
    size_bytes: number | null
    read_bytes: Generated<number>
    delimiter: string | null
    brought_key: string | null
    stopped: Generated<boolean>
    fault_column: string | null
  }
  'officer.intake_entry': {
    id: string
    staff: string
    sealed: Buffer | null
    typed_at: Temporal.Instant
    taken_at: Temporal.Instant | null
    case: string | null
    receipt_number: string | null
    whose: string | null
  }
  'officer.intake_refusal': {
    intake: string
    line: number
    faults: Json
    sealed: Buffer
  }
  'officer.intake_row': {
    row_hash: string
    case: string
    intake: string
    line: number
  }
  'officer.interview_note': {
    id: string
    case: string
    sealed: Buffer
    staff: string
    at: Temporal.Instant
  }
  'officer.name_index': {
    subject: string
    kind: string
    key_id: string
    pieces: string
    a_number_hash: string | null
    shown_sealed: Buffer
    guarded: boolean
    noted_at: Temporal.Instant
  }
  'officer.name_stale': {
    subject: string
    kind: string
  }
  'officer.password_try': {
    subject: string
    network: string
    burst: number
    burst_began_at: Temporal.Instant
    wrong: number
    late: number
    wait_until: Temporal.Instant | null
    last_at: Temporal.Instant
  }
  'officer.person_opening': {
    id: string
    staff: string
    session: string
    account: string
    role: string
    reason: string
    note_sealed: Buffer | null
    at: Temporal.Instant
  }
  'officer.possible_duplicate': {
    case: string
    accounts: string[]
    reasons: string[]
    noted_at: Temporal.Instant
    decided_at: Temporal.Instant | null
    decided_by: string | null
    account: string | null
    taken_by: string | null
    taken_at: Temporal.Instant | null
    asked_by: string | null
    asked_account: string | null
    answer: string | null
  }
  'officer.protection_lift': {
    id: string
    account: string | null
    case: string | null
    asked_by: string
    asked_at: Temporal.Instant
    reason_sealed: Buffer
    decided_by: string | null
    decided_at: Temporal.Instant | null
    agreed: boolean | null
  }
  'officer.saved_view': {
    id: string
    staff: string
    name: string
    queue: string
    form: string | null
    office: string | null
    channel: string | null
    taken: string | null
    waits_days: number | null
    is_first: Generated<boolean>
    kept_at: Temporal.Instant
    removed_at: Temporal.Instant | null
    request: string | null
  }
  'officer.scanned_paper': {
    id: string
    case: string
    kind: string
    received_on: Temporal.PlainDate
    storage_key: string
    sha256: string
    size_bytes: number
    scanned_at: Temporal.Instant
    scanned_by: string
    state: Generated<string>
    refusal: string | null
    judged_at: Temporal.Instant | null
    failures: Generated<number>
    unscanned_since: Temporal.Instant | null
    again_at: Temporal.Instant
    pages: number | null
  }
  'officer.search': {
    id: string
    staff: string
    session: string
    kind: string
    term_sealed: Buffer
    found: number
    at: Temporal.Instant
  }
  'officer.shared_contact': {
    id: string
    mark: string
    people: number
    since_at: Temporal.Instant
    found_at: Temporal.Instant
    seen_by: string | null
    seen_at: Temporal.Instant | null
    seen_people: number | null
    why_sealed: Buffer | null
  }
  'officer.staff': {
    id: string
    email_hash: string
    email_sealed: Buffer
    name_sealed: Buffer | null
    role: string
    added_at: Temporal.Instant
    password_hash: string | null
    totp_sealed: Buffer | null
    totp_last_step: number | null
    wrong_codes: Generated<number>
    wrong_codes_since: Temporal.Instant | null
    codes_wait_until: Temporal.Instant | null
    enrolled_at: Temporal.Instant | null
    ended_at: Temporal.Instant | null
    cleared_at: Temporal.Instant | null
  }
  'officer.staff_session': {
    id: string
    audience: Generated<string>
    secret_hash: string
    staff: string
    stage: string
    tries: Generated<number>
    begun_at: Temporal.Instant
    last_seen_at: Temporal.Instant
    ends_at: Temporal.Instant
    network: string | null
    ended_at: Temporal.Instant | null
    ended_by: string | null
  }
  'platform.attempt': {
    scope: string
    subject: string
    window_starts_at: Temporal.Instant
    made: number
  }
  'platform.demo_seed': {
    only_one: Generated<boolean>
    begun_at: Temporal.Instant
    done_at: Temporal.Instant | null
  }
  'platform.figure': {
    kind: string
    day: Temporal.PlainDate
    place: string
    name: string
    counted: number
  }
  'platform.migration': {
    number: number
    name: string
    sha256: string
    applied_at: Generated<Temporal.Instant>
  }
  'platform.task_allowed': {
    task: string
  }
  'platform.worker_process': {
    id: string
    lock_key: number
    pool_ids: Generated<string[]>
    started_at: Temporal.Instant
  }
  'portal.archive': {
    id: string
    account: string
    language: string
    asked_at: Temporal.Instant
    begun_at: Temporal.Instant | null
    storage_key: string | null
    ready_at: Temporal.Instant | null
    expires_at: Temporal.Instant | null
    size_bytes: number | null
    sha256: string | null
    files: number | null
    failed_at: Temporal.Instant | null
    gone_at: Temporal.Instant | null
  }
  'portal.archive_download': {
    id: string
    archive: string
    account: string
    at: Temporal.Instant
  }
  'preparation.answer': {
    id: string
    package: string
    of: string
    side: string
    account: string
    at: Temporal.Instant
    accepted: boolean
    reason_sealed: Buffer | null
    document_sha256: string
    name_sealed: Buffer | null
    language: string | null
    statement: string | null
    record_language: string | null
    record_statement: string | null
    record_binds: string | null
    session: string | null
    factor: string | null
    proved_at: Temporal.Instant | null
  }
  'preparation.package': {
    id: string
    preparation: string
    ordinal: number
    laid_at: Temporal.Instant
    judged_on: Temporal.PlainDate
    form_sealed: Buffer | null
    form_sha256: string | null
    appearance_sealed: Buffer
    appearance_sha256: string
    copy: string | null
    copied_at: Temporal.Instant | null
    voided_at: Temporal.Instant | null
    voided_why: string | null
    reviewed_at: Temporal.Instant | null
    pressed_at: Temporal.Instant | null
    pressed_by: string | null
    pressed_cents: number | null
    pressed_language: string | null
    press_done_at: Temporal.Instant | null
    price_cents: number | null
    press_refused: string | null
    void_told_at: Temporal.Instant | null
  }
  'preparation.passcode': {
    id: string
    preparation: string
    code_hash: Buffer
    issued_at: Temporal.Instant
    expires_at: Temporal.Instant
    given: string
    ended_at: Temporal.Instant | null
    ended_as: string | null
    shown_sealed: Buffer | null
    key_id: string | null
  }
  'preparation.preparation': {
    id: string
    representative: string
    client: string
    start_key: string
    form: string | null
    draft: string | null
    appearance: string
    case: string | null
    begun_at: Temporal.Instant
    client_account: string | null
    linked_at: Temporal.Instant | null
    ended_at: Temporal.Instant | null
    ended_from: string | null
    filed_at: Temporal.Instant | null
    filed_case: string | null
    record_key: Generated<string>
  }
  'profile.address': {
    account: string
    use: string
    sealed: Buffer
    changed_at: Temporal.Instant
  }
  'profile.known': {
    account: string
    fact: string
    case: string
    value_hash: string
    known_at: Temporal.Instant
  }
  'profile.likeness': {
    account: string
    kind: string
    value_hash: string
    noted_at: Temporal.Instant
  }
  'profile.person': {
    account: string
    names_sealed: Buffer | null
    date_of_birth_sealed: Buffer | null
    a_number_sealed: Buffer | null
    phones_sealed: Buffer | null
    notices: Generated<string>
    changed_at: Temporal.Instant
  }
  'representation.certification': {
    id: string
    account: string
    at: Temporal.Instant
    kind: string
    version: string
    language: string
    sealed: Buffer
  }
  'representation.client': {
    id: string
    representative: string
    kind: string
    names_sealed: Buffer
    contact_sealed: Buffer
    account: string | null
    came_by: string
    place: number
    added_at: Temporal.Instant
    archived_at: Temporal.Instant | null
  }
  'representation.client_note': {
    id: string
    client: string
    representative: string
    sealed: Buffer
    at: Temporal.Instant
    changed_at: Temporal.Instant | null
    removed_at: Temporal.Instant | null
  }
  'representation.client_pieces': {
    client: string
    representative: string
    key_id: string
    pieces: string
  }
  'representation.licence': {
    id: string
    account: string
    kind: string
    authority: string
    number_sealed: Buffer | null
    admitted_on: Temporal.PlainDate
    expires_on: Temporal.PlainDate | null
    stated_at: Temporal.Instant
    state: Generated<string>
    checked_by: string | null
    checked_at: Temporal.Instant | null
    reason_sealed: Buffer | null
    removed_at: Temporal.Instant | null
    reminded_days: number | null
    number_hash: string | null
  }
  'representation.practice': {
    account: string
    kind: string
    organization_sealed: Buffer
    contact_sealed: Buffer
    changed_at: Temporal.Instant
    certified_at: Temporal.Instant | null
    certified_kind: string | null
    certified_version: string | null
    certified_language: string | null
    certified_name_sealed: Buffer | null
    family_hash: string | null
  }
  'representation.withdrawn_appearance': {
    id: string
    account: string
    ended_at: Temporal.Instant
    ended_from: string
    to_name: string | null
    name_sealed: Buffer | null
  }
  'sms.queued': {
    id: string
    kind: string
    person: string
    language: string
    to_sealed: Buffer
    values_sealed: Buffer
    queued_at: Temporal.Instant
    tried_at: Temporal.Instant | null
    state: Generated<string>
    state_at: Temporal.Instant
    provider_id: string | null
    failure: string | null
  }
}
