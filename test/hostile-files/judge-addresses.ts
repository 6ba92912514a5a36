import { pieceHeaders } from './deliver-by-pieces.ts'
import { bytesOf, faultsOfRest, faultsOfTaken, type HalfWay, halfWay, type TusPerson } from './judge-uploads.ts'

const unknown = '3b241101-e2bb-4255-8caf-4136c566a962'

/** Last pieces of addresses that name no upload. */
const noUploads = [unknown, unknown.toUpperCase(), 'x', '..', '%2e%2e%2f', '%00', '%ff', '__proto__', 'a'.repeat(5000), `${unknown}%27%20or%201=1`, `${unknown}/`]

/** Asks by every verb; a sentence for each that is answered with something else than 404. */
async function faultsOfNobody({ tus }: TusPerson, address: string, { bytes, at }: Pick<HalfWay, 'bytes' | 'at'>, alike: readonly number[] = [404]): Promise<string[]> {
  const rest = bytes.subarray(at)
  const asked = [
    ['HEAD', await tus('HEAD', address)],
    ['PATCH', await tus('PATCH', address, pieceHeaders(at, rest), rest)],
    ['DELETE', await tus('DELETE', address)],
  ] as const
  return asked.filter(([, { status }]) => !alike.includes(status)).map(([verb, { status }]) => `${verb} ${address.slice(0, 120)} is answered with ${status}`)
}

/** Uploads that are not there for who asks: another's, of another draft, unknown, cancelled, expired; and one that is all here. */
export async function faultsOfAddresses(person: TusPerson, other: TusPerson): Promise<string[]> {
  const faults: string[] = []
  const own = await halfWay(person, 'own')
  faults.push(...(await faultsOfNobody(other, own.address, own)))
  faults.push(...(await faultsOfNobody(person, own.address.replace(person.evidencePage, other.evidencePage), own)))
  for (const id of noUploads) faults.push(...(await faultsOfNobody(person, `${person.evidencePage}/uploads/${id}`, own, [400, 404, 414])))
  faults.push(...(await faultsOfRest(person, own)))
  return [...faults, ...(await faultsOfOver(person))]
}

async function faultsOfOver(person: TusPerson): Promise<string[]> {
  const faults: string[] = []
  const cancelled = await halfWay(person, 'cancelled')
  await person.tus('DELETE', cancelled.address)
  faults.push(...(await faultsOfNobody(person, cancelled.address, cancelled)))
  const expired = await halfWay(person, 'expired')
  await person.expire(expired.address.split('/').at(-1) ?? '')
  faults.push(...(await faultsOfNobody(person, expired.address, expired)))
  const finished = await halfWay(person, 'finished')
  const rest = finished.bytes.subarray(finished.at)
  await person.tus('PATCH', finished.address, pieceHeaders(finished.at, rest), rest)
  for (const [offset, piece, status] of [[finished.at, rest, 409], [0, finished.bytes, 409], [finished.bytes.length, Buffer.alloc(0), 204], [finished.bytes.length, Buffer.from('more'), 204]] as const) {
    const again = await person.tus('PATCH', finished.address, pieceHeaders(offset, piece), piece)
    if (again.status !== status) faults.push(`what is all here takes a piece at ${offset} with ${again.status}`)
  }
  const ended = await person.tus('DELETE', finished.address)
  if (ended.status !== 404) faults.push(`what is all here is ended with ${ended.status}`)
  return [...faults, ...(await faultsOfTaken(person, bytesOf('finished')))]
}
