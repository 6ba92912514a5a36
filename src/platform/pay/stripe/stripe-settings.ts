/** What the settings say of Stripe; a secret as it is or in a file. */
export type StripeSettings = {
  secretKey: string
  webhookSecret: string
  apiUrl: string | null
}

const keyShape = /^(sk|rk)_(test|live)_\w+$/

export const isLiveKey = (secretKey: string): boolean => /^(sk|rk)_live/.test(secretKey)

/** What is wrong with the secrets, each as a line that names the setting and never repeats it. */
export function stripeFaults({ secretKey, webhookSecret }: Pick<StripeSettings, 'secretKey' | 'webhookSecret'>, isDemonstration: boolean): string[] {
  const faults: string[] = []
  if (isDemonstration && isLiveKey(secretKey)) faults.push('STRIPE_SECRET_KEY: a demonstration takes no live payment key')
  else if (!keyShape.test(secretKey)) faults.push('STRIPE_SECRET_KEY: use a secret or restricted key, which begins with sk_ or rk_')
  if (!/^whsec_\S{8,}$/.test(webhookSecret))
    faults.push('STRIPE_WEBHOOK_SECRET: use the signing secret of the endpoint for events, which begins with whsec_')
  return faults
}
