import { HtmlValidate } from 'html-validate'
import { plainText } from '../web-client.ts'
import type { Met } from './meet.ts'

const at = ({ who, language, path }: Met) => `${path} (${who}, ${language})`

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    'no-inline-style': 'error',
    'no-dup-id': 'error',
    'input-missing-label': 'error',
    // The markup is one line written by a program.
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    'require-sri': 'off',
    'no-implicit-button-type': 'off',
    'prefer-native-element': 'off',
    'valid-autocomplete': 'error',
    'tel-non-breaking': 'off',
  },
})

/** What a validator of HTML finds wrong: well-formed, unique ids, labels bound. */
export async function markupFaults(met: Met): Promise<string[]> {
  const { results } = await validator.validateString(met.html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${at(met)}: ${ruleId}: ${message} ${selector ?? ''}`),
  )
}

const inlineAttribute = /<[a-z][^>]*\s(style|on[a-z]+)="/i
const inlineElement = /<style\b|<script\b(?![^>]*\bsrc=)/i

/** Inline style or script, which the policy of the page would refuse. */
export const inlineFaults = (met: Met): string[] =>
  inlineAttribute.test(met.html) || inlineElement.test(met.html) ? [`${at(met)} has inline style or script`] : []

const wordsOf = (html: string, tag: string) =>
  [...html.matchAll(new RegExp(`<${tag}\\b[^>]*>([\\s\\S]*?)</${tag}>`, 'g'))].map(([, inner = '']) => plainText(inner))

/** A question's words stand once on a page, so that who looks for them finds one control. */
export function labelFaults(met: Met): string[] {
  const outsideGroups = met.html.replace(/<fieldset\b[\s\S]*?<\/fieldset>/g, '')
  const questions = [...wordsOf(outsideGroups, 'label'), ...wordsOf(met.html, 'legend')]
  const twice = questions.filter((words, index) => questions.indexOf(words) < index)
  return twice.map((words) => `${at(met)} asks “${words}” twice`)
}

export const demonstrationSentence =
  'Demonstration of Portolan, open-source software. Not a government website. Do not enter real personal information.'

export const sentenceFaults = (met: Met): string[] =>
  met.language !== 'en' || plainText(met.html).includes(demonstrationSentence)
    ? []
    : [`${at(met)} does not say that it is a demonstration`]

const wanted: Record<string, RegExp> = {
  'content-security-policy': /default-src 'none'.*frame-ancestors 'none'/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^(same-origin|no-referrer)$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'permissions-policy': /publickey-credentials-get=\(self\), publickey-credentials-create=\(self\)/,
  'x-robots-tag': /noindex/,
}

/** Headers that every answer carries, errors among them. */
export function headerFaults(met: Met): string[] {
  const policy = met.headers.get('content-security-policy') ?? ''
  const missing = Object.entries(wanted).filter(([name, value]) => !value.test(met.headers.get(name) ?? ''))
  return [
    ...missing
      .filter(([name]) => !(name === 'content-security-policy' && policy.includes('sandbox')))
      .map(([name]) => `${at(met)} lacks ${name}`),
    ...(policy.includes('unsafe') ? [`${at(met)} allows ${policy}`] : []),
    ...(met.headers.get('cache-control')?.includes('no-store') ? [] : [`${at(met)} may be kept by a cache`]),
  ]
}

/** A link, a page or a file that is not there, or that broke. */
export const deadFaults = (met: Met): string[] => (met.status === 200 ? [] : [`${at(met)} answers ${met.status}`])

export const direction = (met: Met): string[] =>
  met.language !== 'ar-XB' || met.html === '' || /<html[^>]*\bdir="rtl"/.test(met.html)
    ? []
    : [`${at(met)} does not read from the right`]

const statementsMost = 10
/** Pages that do something when they are opened. */
const dearer: Readonly<Record<string, number>> = { '/sign-in/again': 20 }

export function dearFaults(met: Met): string[] {
  // Every page is met in a language that was chosen just now: to keep the choice is one more.
  const ofPage = 1 + (dearer[met.path.replace(/\?.*/, '')] ?? statementsMost)
  const most = met.ledOn ? ofPage + statementsMost : ofPage
  return met.statements > most ? [`${at(met)} costs ${met.statements} statements`] : []
}

/** `line` is one Set-Cookie header; over https a cookie is Secure as well, which its own test proves. */
export const cookieFaults = (line: string): string[] =>
  /;\s*Path=\/(;|$)/i.test(line) &&
  /;\s*HttpOnly/i.test(line) &&
  /;\s*SameSite=Lax/i.test(line) &&
  !/;\s*Domain=/i.test(line)
    ? []
    : [line.replace(/=[^;]*/, '=…')]
