/**
 * Why a case may be denied, each with its legal basis. Texts: `ground.<code>` in `decisions.json`. `forms`: only there.
 * `abandoned`: the case counts as abandoned, so that no appeal lies against it (8 CFR 103.2(b)(15)).
 */
export const denialGrounds = [
  { code: 'not-eligible', cite: '8 CFR 103.2(b)(1)' },
  { code: 'evidence-missing', cite: '8 CFR 103.2(b)(8)(ii)' },
  { code: 'evidence-not-enough', cite: '8 CFR 103.2(b)(8)(iv)' },
  { code: 'no-answer', cite: '8 CFR 103.2(b)(13)(i)', abandoned: true },
  { code: 'appointment-missed', cite: '8 CFR 103.2(b)(13)(ii)', abandoned: true },
  { code: 'false-statement', cite: '8 U.S.C. 1182(a)(6)(C)(i)' },
  { code: 'criminal-record', cite: '8 U.S.C. 1182(a)(2)', forms: ['i-539', 'i-765'] },
  { code: 'relationship-not-shown', cite: '8 CFR 204.2', forms: ['i-130'] },
  { code: 'marriage-not-genuine', cite: '8 U.S.C. 1154(c)', forms: ['i-130'] },
  { code: 'petitioner-status-not-shown', cite: '8 CFR 204.1(g)', forms: ['i-130'] },
  { code: 'residence-too-short', cite: '8 U.S.C. 1427(a)', forms: ['n-400'] },
  { code: 'moral-character', cite: '8 CFR 316.10', forms: ['n-400'] },
  { code: 'english-or-civics', cite: '8 U.S.C. 1423', forms: ['n-400'] },
  { code: 'status-not-kept', cite: '8 CFR 248.1(b)', forms: ['i-539'] },
  { code: 'not-a-resident', cite: '8 CFR 264.5(a)', forms: ['i-90'] },
  { code: 'category-not-shown', cite: '8 CFR 274a.12', forms: ['i-765'] },
  { code: 'discretion', cite: '8 CFR 274a.13(a)(1)', forms: ['i-765'] },
] as const

/** Why a decision is looked at again. Texts: `ground.<code>`. */
export const reopeningGrounds = [
  { code: 'agency-mistake', cite: '8 CFR 103.5(a)(5)' },
  { code: 'new-facts', cite: '8 CFR 103.5(a)(2)' },
  { code: 'law-not-followed', cite: '8 CFR 103.5(a)(3)' },
  { code: 'not-abandoned', cite: '8 CFR 103.5(a)(2)(i)-(iii)' },
  { code: 'approved-in-error', cite: '8 CFR 103.5(a)(5)(ii)' },
  { code: 'court-order', cite: '5 U.S.C. 706' },
] as const

/** Why a motion is not granted. Texts: `ground.<code>`. */
export const motionGrounds = [
  { code: 'motion-late', cite: '8 CFR 103.5(a)(1)(i)' },
  { code: 'motion-no-new-facts', cite: '8 CFR 103.5(a)(2)' },
  { code: 'motion-no-error-of-law', cite: '8 CFR 103.5(a)(3)' },
  { code: 'motion-not-proper', cite: '8 CFR 103.5(a)(4)' },
] as const
