import { sql } from 'kysely'
import { newId } from '../../src/platform/ids.ts'
import { indexedPieces } from '../../src/profile/index.ts'
import type { Services } from '../../src/platform/services.ts'
import type { TestDatabase } from '../database.ts'

const syllables = ['ma', 'ri', 'an', 'jo', 'se', 'ka', 'lo', 'ben', 'tar', 'vi', 'shu', 'el', 'go', 'mez', 'ov', 'chen', 'ra', 'di', 'ko', 'wal']

/** Names of two or three syllables: few enough that many people share one. */
const invented = (count: number, from: number): string[] =>
  Array.from({ length: count }, (_, n) => {
    const at = n * 7 + from
    return [syllables[at % 20], syllables[Math.floor(at / 20) % 20], syllables[(at * 3 + n) % 20]].join('')
  })

/** So many people more in the index of names, each with a given and a family name of some hundreds. */
export async function manyNames({ pools }: TestDatabase, { keys }: Pick<Services, 'keys'>, people: number): Promise<{ given: string[]; family: string[] }> {
  const [given, family] = [invented(400, 3), invented(3000, 11)]
  const pieces = [given, family].map((names) => JSON.stringify(names.map((name) => indexedPieces(keys, [name]))))
  const owner = pools.owner
  if (!owner) throw new Error('A test has the owner of its database')
  await sql`
    with given as materialized (select place - 1 as n, array(select jsonb_array_elements_text(its)) as pieces from jsonb_array_elements(${pieces[0]}::jsonb) with ordinality as r(its, place)),
      family as materialized (select place - 1 as n, array(select jsonb_array_elements_text(its)) as pieces from jsonb_array_elements(${pieces[1]}::jsonb) with ordinality as r(its, place))
    insert into officer.name_index (subject, kind, key_id, pieces, shown_sealed, guarded, noted_at)
    select gen_random_uuid(), 'account', ${keys.currentId}, array_to_tsvector(given.pieces || family.pieces), ${Buffer.from(newId())}, false, now()
    from generate_series(1, ${people}::bigint) as series(person) join given on given.n = person * 7919 % 400 join family on family.n = person * 104729 % 3000`.execute(owner)
  await sql.raw('analyze officer.name_index').execute(owner)
  return { given, family }
}
