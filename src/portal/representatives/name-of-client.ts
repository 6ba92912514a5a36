import { personOfCase } from '../../cases/index.ts'
import { signersOfCases } from '../../filing/index.ts'
import type { OperationContext } from '../../platform/operation.ts'

/** How the person of a case is called, for the worker: as they signed its form, else as its form on paper or their account says. */
export const nameOfClient = async (context: Pick<OperationContext, 'tx' | 'services'>, caseId: string): Promise<string | null> =>
  (await signersOfCases(context, [caseId])).get(caseId)?.names[0] ?? personOfCase(context, caseId)
