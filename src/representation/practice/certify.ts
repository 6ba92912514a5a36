import { hasRecentProof, type RepresentativeKind } from '../../accounts/index.ts'
import { agencyText } from '../../agency/index.ts'
import { accountsOf } from '../../platform/actor.ts'
import { textOf } from '../../platform/i18n/text.ts'
import { newId } from '../../platform/ids.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { nameFits, ownPerson } from '../../profile/index.ts'
import { licenceOf } from '../licences/licence.ts'
import { listLicences } from '../licences/licence-store.ts'
import { familyMark } from '../check/marks.ts'
import { mayRepresent, todayOf } from '../representative.ts'
import { insertCertification } from './certification-store.ts'
import { sealCertified } from './certified-words.ts'
import { lackingIn } from './lacking.ts'
import { isCertified, openPractice, sealPractice } from './practice.ts'
import { lockPractice, recordCertification } from './practice-store.ts'

/** `version` and `kind`: of the text that the page showed. */
export interface Certifying {
  readonly fullLegalName: string
  readonly kind: RepresentativeKind | null
  readonly version: string
  readonly language: string
}

/** Keeps the words as they were shown, beside the name: what was certified stays readable when the agency has other words. */
async function keepWords({ tx, now, services: { keys, agency } }: Pick<OperationContext, 'tx' | 'now' | 'services'>, given: { account: string; kind: RepresentativeKind; version: string; language: string; name: string }): Promise<void> {
  const { account, kind, version, language, name } = given
  const words = agencyText(agency, textOf(language, agency.timeZone), 'representatives', `certification.${kind}`)
  const id = newId()
  await insertCertification(tx, { id, account, at: now, kind, version, language, sealed: sealCertified(keys, { id, account }, { words, name }) })
}

/** Certifies a practice under penalty of perjury with the full legal name. Pressed again, it is certified already. */
export const certifyPractice = operation({
  name: 'representation.certify',
  allow: (actor, _input: Certifying) => mayRepresent(actor),
  refusals: ['no-recent-proof', 'not-ready', 'changed-since-shown', 'name-does-not-fit'],
  async run(context, { fullLegalName, kind, version, language }) {
    const { tx, actor, now, services, refuse, audit, recordedBefore } = context
    const accounts = accountsOf(actor)
    const account = actor.id as string
    const { certification } = services.agency.representatives
    audit({ account, detail: { kind, version: version.slice(0, 40) } })
    if (!(await hasRecentProof(context))) return refuse('no-recent-proof')
    const row = await lockPractice(tx, accounts)
    const { names } = await ownPerson.run(context, {})
    if (!row || !names) return refuse('not-ready')
    const practice = openPractice(services.keys, row)
    if (practice.kind !== kind || version !== certification) return refuse('changed-since-shown')
    if (isCertified(practice, certification)) {
      recordedBefore()
      return null
    }
    const licences = (await listLicences(tx, accounts)).map((each) => licenceOf(services.keys, each))
    if (lackingIn({ practice, licences }, services.agency, todayOf(services, now)).some((lack) => lack !== 'certification' && lack !== 'again')) return refuse('not-ready')
    if (!nameFits(fullLegalName, { given: names.given, middle: '', family: names.family })) return refuse('name-does-not-fit')
    await keepWords(context, { account, kind, version, language, name: fullLegalName })
    await recordCertification(tx, row.account, {
      certified_at: now,
      certified_kind: practice.kind,
      family_hash: familyMark(services.keys, names.family || names.given),
      certified_version: version,
      certified_language: language,
      certified_name_sealed: sealPractice(services.keys, row.account, 'certified_name_sealed', fullLegalName),
    })
    return null
  },
})
