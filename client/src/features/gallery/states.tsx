import { RoundtableError } from '@roundtable/shared/error'
import { Unreachable } from '../../lib/request.js'
import { useText } from '../../locales/use-text.js'
import { Banner, type BannerTone } from '../../ui/banner.js'
import { Button } from '../../ui/button.js'
import { EmptyState } from '../../ui/empty-state.js'
import { PartMissing } from '../../ui/part-missing.js'
import { QueryState, type Query } from '../../ui/query-state.js'
import { Waiting } from '../../ui/waiting.js'
import { Specimen, State } from './specimen.js'

const TONES: readonly BannerTone[] = ['info', 'good', 'caution', 'danger']
const nothing = () => undefined
/** Noon, so that every zone calls it the same day. */
const EARLIER = Date.UTC(2026, 10, 28, 12)

function answered(more: Partial<Query<string>>): Query<string> {
  return { data: undefined, error: null, dataUpdatedAt: EARLIER, isFetching: false, refetch: nothing, ...more }
}

export function StateSpecimens() {
  const { t } = useText()
  const broken = new RoundtableError('internal', { reference: '7Q4Z' }, [])
  const queries = {
    loading: answered({ isFetching: true }),
    error: answered({ error: broken }),
    away: answered({ error: new Unreachable('no answer') }),
    refused: answered({ error: new RoundtableError('database_unavailable', {}, []) }),
    stale: answered({ error: broken, data: t('gallery.words') }),
    again: answered({ error: broken, isFetching: true })
  }
  return (
    <>
      <Specimen title={t('gallery.banner')}>
        {TONES.map((tone) => (
          <State key={tone} name={t(`gallery.tone.${tone}`)}>
            <Banner tone={tone}>
              <p>{t('gallery.words')}</p>
            </Banner>
          </State>
        ))}
        <State name={t('gallery.state.long')}>
          <Banner tone="caution">
            <p>{t('gallery.long')}</p>
            <p className="said">{t('gallery.unbroken')}</p>
            <div className="row">
              <Button>{t('gallery.act')}</Button>
            </div>
          </Banner>
        </State>
      </Specimen>
      <Specimen title={t('gallery.waiting')}>
        <State name={t('gallery.state.loading')}>
          <Waiting>{t('shell.loading')}</Waiting>
        </State>
      </Specimen>
      <Specimen title={t('gallery.emptyState')}>
        <State name={t('gallery.state.empty')}>
          <EmptyState title={t('gallery.nothingSaid')}>
            <p>{t('gallery.words')}</p>
            <Button look="primary">{t('gallery.act')}</Button>
          </EmptyState>
        </State>
      </Specimen>
      <Specimen title={t('gallery.queryState')} lead={t('gallery.queryLead')}>
        {(Object.keys(queries) as (keyof typeof queries)[]).map((name) => (
          <State key={name} name={t(`gallery.query.${name}`)}>
            <QueryState query={queries[name]} waitingFor={t('shell.loading')}>
              {(words) => <p>{words}</p>}
            </QueryState>
          </State>
        ))}
      </Specimen>
      <Specimen title={t('gallery.partMissing')}>
        <State name={t('gallery.state.error')}>
          <PartMissing sentence={t('shell.partMissing')} isFetching={false} onRetry={nothing} />
        </State>
      </Specimen>
    </>
  )
}
