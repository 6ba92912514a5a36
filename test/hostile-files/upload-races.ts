import { announcement, base64, pieceHeaders } from './deliver-by-pieces.ts'
import { bytesOf, faultsOfRest, faultsOfTaken, type HalfWay, halfWay, type TusPerson } from './judge-uploads.ts'

type Race = (person: TusPerson, mark: string) => Promise<string[]>

const rest = ({ tus }: TusPerson, { address, bytes, at }: HalfWay, until = bytes.length) => {
  const piece = bytes.subarray(at, until)
  return tus('PATCH', address, pieceHeaders(at, piece), piece)
}

const others = (statuses: readonly number[], ...may: readonly number[]) =>
  statuses.filter((status) => !may.includes(status)).map((status) => `one is answered with ${status}`)

const statusesOf = async (asked: readonly Promise<{ status: number }>[]) => (await Promise.all(asked)).map(({ status }) => status)

/** Either whole and once, or over: nothing in between. */
async function faultsOfEither(person: TusPerson, upload: HalfWay): Promise<string[]> {
  const { status, headers } = await person.tus('HEAD', upload.address)
  if (headers['upload-outcome']) return faultsOfTaken(person, upload.bytes)
  if (status === 404) return (await person.filesTaken()).length === 0 ? [] : ['is over, and a file came of it']
  return faultsOfRest(person, upload)
}

/** What presses and lost answers do at the same moment. */
export const uploadRaces: Readonly<Record<string, Race>> = {
  async 'the rest three times at once'(person, mark) {
    const upload = await halfWay(person, mark)
    const statuses = await statusesOf([1, 2, 3].map(() => rest(person, upload)))
    const faults = others(statuses, 204, 409)
    return [...faults, ...(statuses.includes(204) ? [] : ['none of three was taken']), ...(await faultsOfEither(person, upload))]
  },
  async 'pieces of several lengths at one byte'(person, mark) {
    const upload = await halfWay(person, mark)
    const statuses = await statusesOf([1_000, 30_000, 66_000, 70_000].map((more) => rest(person, upload, upload.at + more)))
    return [...others(statuses, 204, 409), ...(await faultsOfRest(person, upload))]
  },
  async 'the rest and the end'(person, mark) {
    const upload = await halfWay(person, mark)
    const [piece, end] = await Promise.all([rest(person, upload), person.tus('DELETE', upload.address)])
    return [...others([piece.status], 204, 404, 409), ...others([end.status], 204, 404), ...(await faultsOfEither(person, upload))]
  },
  async 'the end six times at once'(person, mark) {
    const upload = await halfWay(person, mark)
    const statuses = await statusesOf(Array.from({ length: 6 }, () => person.tus('DELETE', upload.address)))
    return [...others(statuses, 204, 404), ...(statuses.includes(204) ? [] : ['none ended it']), ...(await faultsOfEither(person, upload))]
  },
  async 'asked where it stands while a piece comes and while it ends'(person, mark) {
    const upload = await halfWay(person, mark)
    const asked = Promise.all(Array.from({ length: 10 }, () => person.tus('HEAD', upload.address)))
    await Promise.all([rest(person, upload, upload.at + 66_000), asked])
    const faults = (await asked).flatMap(({ status, headers }) => {
      const at = Number(headers['upload-offset'])
      return status === 200 && (at === upload.at || at === upload.at + 66_000) ? [] : [`stands at ${at} (${status})`]
    })
    const [, ...late] = await statusesOf([person.tus('DELETE', upload.address), ...Array.from({ length: 10 }, () => person.tus('HEAD', upload.address))])
    return [...faults, ...others(late, 200, 404), ...(await faultsOfEither(person, upload))]
  },
  async 'announced eight times at once'(person, mark) {
    const { tus, evidencePage, document } = person
    const bytes = bytesOf(mark)
    const usual = announcement(document, 'card.pdf', bytes.length)
    const heads = { ...usual, 'upload-metadata': `${usual['upload-metadata']},lastModified ${base64(mark)}` }
    const begun = await Promise.all(Array.from({ length: 8 }, () => tus('POST', `${evidencePage}/uploads`, heads)))
    const addresses = new Set(begun.map(({ location }) => location))
    const faults = [...others(begun.map(({ status }) => status), 201), ...(addresses.size === 1 ? [] : [`${addresses.size} uploads of one file`])]
    return [...faults, ...(await faultsOfRest(person, { address: begun[0]?.location ?? '', bytes, at: 0 }))]
  },
}

/** Every race, so many times. */
export async function faultsOfRaces(person: TusPerson, times: number): Promise<string[]> {
  const faults: string[] = []
  for (let turn = 0; turn < times; turn += 1)
    for (const [what, race] of Object.entries(uploadRaces)) faults.push(...(await race(person, `${what} ${turn}`)).map((fault) => `${what}: ${fault}`))
  return faults
}
