import type { HealthState } from '@roundtable/shared/protocol'
import { useFormat } from '../../../locales/use-format.js'
import { useText } from '../../../locales/use-text.js'
import { useAnnounce } from '../../../ui/announcer.js'
import { Button } from '../../../ui/button.js'
import { CopyButton } from '../../../ui/copy-button.js'
import { Icon, type IconName } from '../../../ui/icon.js'
import { Link } from '../../../ui/link.js'
import { OpenThere } from '../../../ui/form-problem.js'
import { Page } from '../../../ui/page.js'
import { PendingPage } from '../../../ui/pending-page.js'
import { QueryState } from '../../../ui/query-state.js'
import { inOrder, useHealth, type ShownRow } from './health.js'

const ICONS: Readonly<Record<HealthState, IconName>> = { good: 'saved', attention: 'attention', bad: 'close' }

/** What brings lines to run says what they are for, also where all is well. */
const HAS_LINES: ReadonlySet<string> = new Set(['backup'])

/** How this installation is, the gravest first; what is not good says what to do about it. */
export function HealthPage() {
  const { t } = useText()
  const { moment } = useFormat()
  const announce = useAnnounce()
  const health = useHealth()
  if (health.data === undefined) return <PendingPage query={health} title={t('health.title')} waitingFor={t('health.looking')} />

  async function checkAgain() {
    const { data } = await health.refetch()
    if (data) announce(summary(data.rows))
  }
  const summary = (rows: readonly ShownRow[]) =>
    t('health.summary', {
      bad: rows.filter(({ state }) => state === 'bad').length,
      attention: rows.filter(({ state }) => state === 'attention').length
    })

  return (
    <Page title={t('health.title')}>
      <QueryState query={health} waitingFor={t('health.looking')}>
        {({ asOf, rows }) => (
          <>
            <p className="lead">{summary(rows)}</p>
            <div className="row row--apart">
              <p className="muted">{t('health.asOf', { at: moment(new Date(asOf)) })}</p>
              <Button isPending={health.isFetching} onPress={() => void checkAgain()}>
                {t('health.again')}
              </Button>
            </div>
            <ul className="health">
              {inOrder(rows).map((row) => (
                <HealthLine key={row.check} row={row} />
              ))}
            </ul>
            <p>
              <Link to="/setup">{t('health.setUp')}</Link>
            </p>
          </>
        )}
      </QueryState>
    </Page>
  )
}

function HealthLine({ row: { check, finding, state, args } }: { readonly row: ShownRow }) {
  const { t, sentence } = useText()
  const { day } = useFormat()
  const { at } = args
  const shown = typeof at === 'string' ? { ...args, at: day(new Date(at)) } : args
  return (
    <li className={`card health__row health__row--${state}`}>
      <p className={`health__state health__state--${state}`}>
        <Icon name={ICONS[state]} />
        {t(`health.state.${state}`)}
      </p>
      <h2 className="health__name">{sentence(`health.${check}`, 'health.other')}</h2>
      <p>{sentence(`health.${check}.${finding}`, 'health.unknown', shown)}</p>
      {(state !== 'good' || HAS_LINES.has(check)) && <p>{sentence(`health.${check}.${finding}.fix`, 'health.unknown', shown)}</p>}
      {typeof args.line === 'string' && <ShellLine line={args.line} what={t('health.copyLine')} />}
      {typeof args.restore === 'string' && (
        <>
          <p>{t('health.restore')}</p>
          <ShellLine line={args.restore} what={t('health.copyRestore')} />
        </>
      )}
      {finding === 'elsewhere' && check === 'socket' && <OpenThere address={String(args.address)} />}
    </li>
  )
}

function ShellLine({ line, what }: { readonly line: string; readonly what: string }) {
  const { t } = useText()
  return (
    <>
      <code className="health__line" dir="ltr" translate="no">
        {line}
      </code>
      <CopyButton words={line} label={what} done={t('health.lineCopied')} />
    </>
  )
}
