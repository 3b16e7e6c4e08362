import { useText } from '../locales/use-text.js'

/** Leads to this same page at the address that Roundtable goes by. */
export function OpenThere({ address }: { readonly address: string }) {
  const { t } = useText()
  const { href, origin } = window.location
  return (
    <p>
      <a href={href.replace(origin, address)}>{t('error.openThere', { address })}</a>
    </p>
  )
}
