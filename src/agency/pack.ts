import type { CaseActRules } from './case-act-rules.ts'
import type { DecisionRules } from './decision-rules.ts'
import type { AppointmentRules, OfficeEntry } from './appointment-rules.ts'

/** One line of the fee schedule; see the pack's `fees.ts` for what each member means. */
export interface FeeEntry {
  readonly code: string
  readonly form: string
  readonly amountCents: number
  readonly channel: 'online' | 'paper'
  readonly from: string
  readonly until: string | null
  readonly source: string
  readonly note: string
  readonly suspended?: true
  /** Who may ask not to pay it: everybody who cannot, or some people only. Left out: nobody. */
  readonly waivable?: 'everybody' | 'some'
}

/** How an agency takes requests not to pay a fee. Texts: `waiver.refused.<reason>` and `waiver.about` in `agency.json`. */
export interface FeeWaiverRules {
  /** The form that asks, filed here. */
  readonly form: string
  /** Its question for the forms whose fees it is about: filled in where a request is begun from a draft. */
  readonly question: string
  /** How long a draft is kept for a decision, in days from the day the request was received. */
  readonly keptDays: number
  /** What the case of a request becomes. */
  readonly granted: string
  readonly refused: string
  /** Why one is refused, for the officer to choose from and the person to read. */
  readonly reasons: readonly string[]
}

/** What people can say of a file they send. Texts: `document-kind.<kind>` in `agency.json`. */
export interface DocumentRules {
  readonly kinds: readonly string[]
  /** Languages that documents come in, by their codes (BCP 47); beside them stands “another language”. */
  readonly languages: readonly string[]
  /** A document that ends within so many days is told of: it may be over when it is looked at. */
  readonly expiresSoonDays: number
  /** Left out: documents are taken in every language. */
  readonly translation?: TranslationRules
}

/** What a document in another language is sent with. Texts: `translation.<…>` in `agency.json`. */
export interface TranslationRules {
  /** The languages of the agency: what is in one of them needs no translation. By their codes (BCP 47). */
  readonly into: readonly string[]
  /** What the translator has to certify, each by an id. Texts: `translation.certifies.<id>`. */
  readonly certifies: readonly string[]
  /** The authority: a section of law or regulation. */
  readonly cite?: string
}

/** How people write to the agency about a case. Texts: `topic.<code>`, `reply.<code>.title`, `.text`, `hours` and `expected` in `messages.json`. */
export interface MessageRules {
  readonly topics: readonly string[]
  /** Within how many working days an answer can be expected. */
  readonly answerDays: number
  /** Answers that are written already, for the office to choose from. */
  readonly replies: readonly string[]
}

/** What an officer writes the same words for again and again. */
export type TemplateAct = 'denial' | 'motion-refusal' | 'reopening' | 'hold' | 'transfer' | 'request'

/** Texts that are written already, by what they are for. Texts: `<act>.<code>.title` and `.text` in `templates.json`. */
export type TemplateRules = Readonly<Record<TemplateAct, readonly string[]>>

/** What a value of a notice is. `words`: what somebody wrote, or a text of the pack. `items`: a list of such. Behind `?`: it may be left out. */
export type NoticeVariable = `${'text' | 'words' | 'items' | 'day' | 'instant' | 'office' | 'number' | 'money'}${'' | '?'}`

/** A piece of a notice. Keys of texts are of `notices.json`. */
export type NoticeBlockEntry = (
  | { readonly paragraph: string }
  | { readonly heading: string }
  | { readonly steps: readonly string[] }
  | { readonly facts: Readonly<Record<string, string>> }
  | { readonly words: string }
  | { readonly items: string }
  | { readonly deadline: string; readonly label: string }
) & {
  /** Drawn only where this value is there, or is not. */
  readonly when?: string
  readonly unless?: string
}

/** A notice that the agency writes. Its title: the text `<kind>.title`. */
export interface NoticeEntry {
  readonly kind: string
  /** Whoever checks its code is told that it is genuine, and neither its kind nor its day. */
  readonly brief?: true
  readonly variables: Readonly<Record<string, NoticeVariable>>
  readonly blocks: readonly NoticeBlockEntry[]
}

/** A reason to ask about a case. Texts: `inquiry.<id>` and `inquiry.<id>.needs` in `messages.json`. */
export interface InquiryReason {
  readonly id: string
  /** Within how many working days an answer can be expected. */
  readonly answerDays: number
  /** Only once the case takes longer than most of its form took. */
  readonly usualTime?: true
  /** Only while it is not decided. */
  readonly pending?: true
  /** Only while it stands in one of these. */
  readonly statuses?: readonly string[]
  /** Only so many days after it came to its status. */
  readonly afterDays?: number
}

/** Questions about a case. Texts: `inquiry.outcome.<outcome>`, `inquiry.reply.<reply>.title` and `.text` in `messages.json`. */
export interface InquiryRules {
  readonly reasons: readonly InquiryReason[]
  readonly outcomes: readonly string[]
  /** Answers that are written already, for the office to choose from. */
  readonly replies: readonly string[]
}

/** A kind of request to a person. Texts: `kind.<code>` and `kind.<code>.about` in `requests.json`. */
export interface RequestKind {
  readonly code: string
  /** What the case becomes when it is sent. */
  readonly status: string
  /** The notice that says it, and the task that the person has. */
  readonly notice: string
  readonly task: string
  /** How long a person has to answer, in days; and where a form has a time of its own. */
  readonly days: number
  readonly formDays?: Readonly<Record<string, number>>
  /** It has to say why the case would be denied. */
  readonly grounds?: boolean
}

/** Something to ask for. Texts: `ask.<code>.title`, `.about`, `.counts` in `requests.json`. */
export interface Ask {
  readonly code: string
  readonly forms?: readonly string[]
  readonly files?: boolean
}

/** How the agency asks for what is missing, and how long it waits. See the pack's `evidence-requests.ts`. */
export interface RequestRules {
  readonly kinds: readonly RequestKind[]
  readonly asks: readonly Ask[]
  readonly mailedExtraDays: number
  readonly withdrawn: string
  readonly outageReachDays: number
}

/** Days on which no deadline ends: of the week (ISO 8601, 1 is Monday), and by rules. */
export interface DaysOff {
  readonly weekend: readonly number[]
  readonly holidays: readonly ({ readonly code: string; readonly month: number } & (
    | { readonly day: number }
    | { readonly weekday: number; readonly nth: number }
  ))[]
}

/** Who may represent people, by kind. Texts: `certification.<kind>`, `authority.<code>` in `representatives.json`. */
export interface RepresentativeRules {
  /** The version of both certifications: of another one every representative certifies anew. */
  readonly certification: string
  /** Who lets them act: by whom attorneys are admitted, and how others are accredited. */
  readonly authorities: Readonly<Record<'attorney' | 'accredited', readonly string[]>>
  /** A representative is told so many days before a licence ends, and on its last day. */
  readonly remindDaysBefore: readonly number[]
}

/** A status a case can have. Texts: `status.<code>.title`, `.description`, `.next` in `statuses.json`. */
export interface StatusEntry {
  readonly code: string
  /** Where on the course of a case it stands: one of `statusGroups`. */
  readonly group: string
  readonly final?: true
  readonly opens?: true
  readonly asks?: true
  /** A decision on the case: how long cases took until one of these is what usual times are counted from. */
  readonly decides?: true
  /** What was asked for has come: an answer on paper leads to it too, where it may follow. */
  readonly answered?: true
  readonly twoPeople?: true
  /** The case waits for its fee: nobody takes it up. */
  readonly unpaid?: true
  /** Set only by the decision that it says, never by choice. */
  readonly apart?: true
  readonly next: readonly string[]
}

/**
 * A form of the catalogue. `here`: filed in this product, in its newest edition; else `officialPage` says how. Editions
 * of a form that is not filed here are defined and checked ahead of that, and nobody can start one.
 */
export interface FormEntry {
  readonly code: string
  readonly here: boolean
  readonly editions: readonly string[]
  readonly ways: 'online-and-paper' | 'paper' | 'online'
  readonly officialPage: string
  /** Whether it can be used from outside the country; left out: in some cases. Text: `form.<code>.abroad`. */
  readonly abroad?: 'yes' | 'some' | 'no'
  /** The time to a decision that the agency itself has published, from the day and the place named. */
  readonly published?: { readonly lowerDays: number; readonly upperDays: number; readonly on: string; readonly source: string }
}

export interface OutsideLink {
  readonly id: string
  readonly url: string
}

/** What an agency brings to the product: data only. Words stand in `texts/<language>/<file>.json`. */
export interface AgencyData {
  readonly id: string
  readonly shortName: string
  readonly demonstrationOnly: boolean
  readonly country: string
  readonly currency: string
  /** What a payer reads on a card's statement behind the name of the provider's account: 2 to 22 letters, digits and spaces. */
  readonly statementSuffix?: string
  readonly languages: readonly string[]
  /** What is signed is signed in this one, whatever a person reads: its text binds. All of its texts are there. */
  readonly languageOfRecord: string
  readonly timeZone: string
  /** Those a person may have times shown in. Texts: `zone.<zone>`. */
  readonly timeZones: readonly string[]
  readonly deadlineTimeZone: string
  readonly daysOff: DaysOff
  readonly evidenceRequests: RequestRules
  readonly receipts: { readonly onlinePrefix: string; readonly prefixes: readonly string[] }
  readonly password: { readonly lengthLeast: number; readonly lengthMost: number; readonly needs: readonly string[]; readonly words: readonly string[] }
  readonly drafts: { readonly days: number; readonly warnOnDays: readonly number[] }
  readonly uploads: { readonly sizeBytesMax: number; readonly types: readonly string[]; readonly extensions: readonly string[] }
  readonly documents: DocumentRules
  /** In force since `from` (`YYYY-MM-DD`): the texts of `terms.json`. What earlier versions said stays readable: `terms-<version>.json` each. */
  readonly terms: { readonly version: string; readonly from?: string; readonly earlier?: readonly string[] }
  readonly services: readonly { readonly id: string; readonly here: boolean; readonly url?: string }[]
  /** `posts`: the address of one country's, by the country's code. */
  readonly consulates: OutsideLink & { readonly posts?: Readonly<Record<string, string>> }
  readonly legalHelp: readonly OutsideLink[]
  readonly community: readonly OutsideLink[]
  readonly officialSite: OutsideLink
  readonly feesCheckedOn: string
  readonly fees: readonly FeeEntry[]
  /** Why a form on paper is not accepted, and the status that says so. Texts: `rejection.<reason>.why`, `.next` in `paper.json`. */
  readonly paperRejections: readonly { readonly reason: string; readonly status: string }[]
  readonly messages: MessageRules
  readonly templates: TemplateRules
  readonly decisions: DecisionRules
  readonly notices: readonly NoticeEntry[]
  readonly appointments: AppointmentRules
  readonly caseActs: CaseActRules
  readonly inquiries: InquiryRules
  readonly representatives: RepresentativeRules
  /** Left out: no fee can be waived here. */
  readonly feeWaiver?: FeeWaiverRules
  /** Why money is given back, for the office to choose from and the person to read. Texts: `refund.reason.<reason>`. Left out: none is. */
  readonly refundReasons?: readonly string[]
  readonly forms: readonly FormEntry[]
  readonly offices: readonly OfficeEntry[]
  readonly statuses: readonly StatusEntry[]
  readonly statusGroups: readonly string[]
  readonly stagingReceipts: readonly {
    readonly receiptNumber: string
    readonly form: string
    readonly steps: readonly { readonly on: string; readonly status: string }[]
  }[]
  readonly resetQuestions: readonly (readonly string[])[]
}

/** The agency pack of a deployment: its data, its words, and the form definitions it publishes. */
export interface AgencyPack extends AgencyData {
  /** A pack text's source in ICU MessageFormat; English stands in for a language that lacks it. Undefined: no such text. */
  text(language: string, file: string, key: string): string | undefined
  /** All texts of one file, each as `text` gives it. */
  textsOf(language: string, file: string): Readonly<Record<string, string>>
  /** The language a text is really in: the one asked for, or English where it stands in. */
  languageOf(language: string, file: string, key: string): string
  /** The definition of each edition, by form code and edition day; filing knows their shape. */
  readonly definitions: ReadonlyMap<string, ReadonlyMap<string, unknown>>
}

declare module '../platform/services.ts' {
  interface Services {
    readonly agency: AgencyPack
  }
}
