import type { SessionProof } from '../../accounts/index.ts'
import { type Declaration, declarationColumns } from '../../filing/index.ts'
import { newId } from '../../platform/ids.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { sealAnswered } from './sealed.ts'

interface SignedBy {
  readonly package: string
  readonly of: 'form' | 'appearance'
  readonly side: 'representative' | 'client'
  readonly account: string
  readonly name: string
  readonly proof: SessionProof
}

/** The signature of one side under one document of a package, as its row. */
export function signedAnswer({ actor, now, services }: Pick<OperationContext, 'actor' | 'now' | 'services'>, { account, name, proof, ...by }: SignedBy, document: { readonly sha256: string; readonly declaration: Declaration }) {
  const owned = { id: newId(), account }
  return {
    ...owned,
    ...by,
    ...{ at: now, accepted: true, document_sha256: document.sha256 },
    ...declarationColumns(document.declaration),
    name_sealed: sealAnswered(services.keys, owned, 'name_sealed', name),
    ...{ session: String(actor.sessionId), factor: proof.factor, proved_at: proof.provedAt },
  }
}
