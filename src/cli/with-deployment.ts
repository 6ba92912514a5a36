import { type Deployment, openDeployment } from '../app/deployment.ts'
import type { Config } from '../config.ts'
import { systemClock } from '../platform/clock.ts'

/** Opens the deployment for one command and closes it whatever happens. */
export async function withDeployment<T>(config: Config, work: (deployment: Deployment) => Promise<T>): Promise<T> {
  const deployment = await openDeployment({ ...config, log: 'error' }, systemClock)
  try {
    return await work(deployment)
  } finally {
    await deployment.close()
  }
}
