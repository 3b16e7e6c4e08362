import { RoundtableError } from '@roundtable/shared/error'
import { sentenceOfError } from '../lib/error-sentence.js'
import { useText } from '../locales/use-text.js'
import { Banner } from './banner.js'

/** Why what was sent was refused, in the sentence's own words; nothing while nothing was. */
export function FormProblem({ error }: { readonly error: unknown }) {
  const { t } = useText()
  if (error == null) return null
  return (
    <Banner tone="danger" role="alert">
      <p>{sentenceOfError(error, t)}</p>
      {error instanceof RoundtableError && error.code === 'other_address' && <OpenThere address={String(error.args.address)} />}
    </Banner>
  )
}

/** Leads to this same page at the address that Roundtable goes by. */
export function OpenThere({ address }: { readonly address: string }) {
  const { href, origin } = window.location
  return (
    <p>
      <a href={href.replace(origin, address)}>{address}</a>
    </p>
  )
}
