import { Link, useSearchParams } from 'react-router'
import { changedLook } from './look.js'

/** The way from a short form of a task to where it can be written in; going back leads here again. */
export function TaskLink({ id, name }: { readonly id: string; readonly name: string }) {
  const [search] = useSearchParams()
  return (
    <Link to={{ search: changedLook(search, { task: id, show: null }).toString() }} className="link-alone" data-entry-heading>
      <bdi>{name}</bdi>
    </Link>
  )
}
