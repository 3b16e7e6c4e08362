import { useLocation } from 'react-router'
import { useText } from '../../locales/use-text.js'
import { Link } from '../../ui/link.js'

/** The two pages about who is in a workspace: its people, and who is asked in. */
export function PeopleTabs({ workspaceId }: { readonly workspaceId: string }) {
  const { t } = useText()
  const { pathname } = useLocation()
  const tabs = [
    { to: `/initiatives/${workspaceId}/people`, label: t('members.title') },
    { to: `/initiatives/${workspaceId}/invitations`, label: t('invitations.title') }
  ]
  return (
    <nav aria-label={t('members.navigation')} className="tabs no-print">
      {tabs.map(({ to, label }) => (
        <Link key={to} to={to} className="tabs__tab" isCurrent={pathname === to}>
          {label}
        </Link>
      ))}
    </nav>
  )
}
