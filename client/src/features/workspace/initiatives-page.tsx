import type { WorkspaceCard } from '@roundtable/shared/protocol'
import { useFormat } from '../../locales/use-format.js'
import { useText } from '../../locales/use-text.js'
import { Button } from '../../ui/button.js'
import { EmptyState } from '../../ui/empty-state.js'
import { Link } from '../../ui/link.js'
import { Page } from '../../ui/page.js'
import { QueryState } from '../../ui/query-state.js'
import { modalitySentence } from './modality-words.js'
import { seatWords } from './seat-words.js'
import { useWorkspaces } from './workspace.js'

export function InitiativesPage() {
  const { t } = useText()
  const workspaces = useWorkspaces()
  const hasSome = workspaces.data?.pages.some(({ items }) => items.length > 0)
  return (
    <Page title={t('initiatives.title')}>
      <QueryState query={workspaces} waitingFor={t('initiatives.loading')}>
        {({ pages }) => <InitiativeList cards={pages.flatMap((page) => page.items)} />}
      </QueryState>
      {workspaces.hasNextPage && (
        <div className="row">
          <Button isPending={workspaces.isFetchingNextPage} onPress={() => void workspaces.fetchNextPage()}>
            {t('initiatives.more')}
          </Button>
        </div>
      )}
      {hasSome && <WaysIn look="secondary" />}
    </Page>
  )
}

function InitiativeList({ cards }: { readonly cards: readonly WorkspaceCard[] }) {
  const { t } = useText()
  if (cards.length === 0) {
    return (
      <EmptyState title={t('initiatives.emptyTitle')}>
        <p>{t('initiatives.empty')}</p>
        <WaysIn look="primary" />
      </EmptyState>
    )
  }
  return (
    <ul className="stack">
      {cards.map((card) => (
        <li key={card.id}>
          <InitiativeCard card={card} />
        </li>
      ))}
    </ul>
  )
}

/** Two ways to an initiative: a new one, or somebody's who gave a code. Whoever has some comes here for those. */
function WaysIn({ look }: { readonly look: 'primary' | 'secondary' }) {
  const { t } = useText()
  return (
    <div className="row">
      <Link to="/open" look={look}>
        {t('initiatives.open')}
      </Link>
      <Link to="/join" look="secondary">
        {t('initiatives.code')}
      </Link>
    </div>
  )
}

function InitiativeCard({ card }: { readonly card: WorkspaceCard }) {
  const { t } = useText()
  const { country } = useFormat()
  return (
    <article className="card initiative">
      <p className="caption muted">
        {t('initiative.kindAndCountry', { kind: t(`workspaceKind.${card.kind}`), country: country(card.country) })}
      </p>
      <h2 className="card__title">
        <Link to={`/initiatives/${card.id}`} className="initiative__link">
          <bdi>{card.title}</bdi>
        </Link>
      </h2>
      <p>{modalitySentence(card, t)}</p>
      <p className="caption muted initiative__facts">
        <span>{t('initiative.mySeat', { seat: seatWords(card.mySeat, t) })}</span>
        <span>{t('initiative.people', { n: card.people })}</span>
      </p>
    </article>
  )
}
