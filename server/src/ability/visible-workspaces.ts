/**
 * Which living seats (`s`) let their person know of the workspace (`w`), as a condition in SQL: lists never fetch what they
 * would have to take out again. The same answer as `ask(member, view, PROF)`; `visible-workspaces.test.ts` compares the two
 * over every role, modality, invitation and registry level.
 */
export const SEAT_SEES_WORKSPACE = `(
  case
    when s.role = 'SEC' then w.registry in ('card', 'card_and_roadmap', 'full_read')
    when s.role = 'GST' then false
    when w.modality = 'M1' and s.role in ('NSO', 'OSA', 'OTH', 'OBS', 'FAC') then s.invited_by_civic
    else true
  end
)`

/**
 * Which documents (`d`) of a workspace (`w`) that it lets know of a living seat (`s`) lets be known of: the same answer as
 * `liveRightOf()`, compared over every kind in the same test.
 */
export const SEAT_SEES_DOCUMENT = `(
  case
    when d.private_to is not null then coalesce(d.private_to = s.side, false)
    when s.role = 'SEC' then w.registry = 'full_read' or (w.registry = 'card_and_roadmap' and d.kind = 'roadmap')
    when s.role = 'OBS' then d.kind <> 'agreement'
    when s.role in ('NSO', 'OSA', 'OTH') then w.modality <> 'M1' or d.kind <> 'principles'
    else true
  end
)`
