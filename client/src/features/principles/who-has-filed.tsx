import type { PrinciplesView } from '@roundtable/shared/protocol'
import { useFormat } from '../../locales/use-format.js'
import { useText } from '../../locales/use-text.js'
import { Disclosure } from '../../ui/disclosure.js'
import type { SideFiling } from './filings.js'

/** Which sides have filed, who did it and when, and what they are waited for: never what another side says. */
export function WhoHasFiled({ view }: { readonly view: PrinciplesView }) {
  const { t } = useText()
  const concerned = view.sides.filter(({ files, filings }) => files || filings.length > 0)
  return (
    <div className="stack stack--tight">
      <ul className="plain-list stack stack--tight">
        {concerned.map((each) => (
          <li key={each.side}>
            <HasFiled filing={each} />
          </li>
        ))}
      </ul>
      <p className="muted">{t(view.isShown ? 'filing.shown' : 'filing.notShownYet')}</p>
    </div>
  )
}

function HasFiled({ filing: { side, filings, hasChanged } }: { readonly filing: SideFiling }) {
  const { t } = useText()
  const { moment } = useFormat()
  const [last, ...earlier] = filings
  const name = t(`sideTitle.${side}`)
  if (!last) return <span>{t('filing.hasNotFiled', { side: name })}</span>
  const said = ({ number, filedBy, filedAt }: typeof last) => t('filing.by', { number, name: filedBy, at: moment(new Date(filedAt)) })
  return (
    <>
      <span className="names">{t('filing.hasFiled', { side: name, by: said(last) })}</span>{' '}
      {hasChanged && <span className="tag">{t('filing.hasChanged')}</span>}{' '}
      {earlier.length > 0 && (
        <Disclosure label={t('filing.earlier', { count: earlier.length })}>
          {earlier.map((each) => (
            <bdi key={each.number} className="filing__earlier">
              {said(each)}
            </bdi>
          ))}
        </Disclosure>
      )}
    </>
  )
}
