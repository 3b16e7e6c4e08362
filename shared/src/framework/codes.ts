/** The short codes of the Copenhagen Framework and of this product's permission matrix, once for both sides. */

/** Roles a seat can carry: citizen, community delegate, CSO, NSO, other state actor, other actor, facilitator, secretariat, observer, guest. */
export const ROLES = ['CIT', 'COM', 'CSO', 'NSO', 'OSA', 'OTH', 'FAC', 'SEC', 'OBS', 'GST'] as const
export type Role = (typeof ROLES)[number]

/** Sides count in decisions; facilitator, secretariat, observer and guest have none. */
export const SIDES = ['civic', 'state', 'other'] as const
export type Side = (typeof SIDES)[number]

/** Modalities of ¶15; `M0` while nobody has answered yet. */
export const MODALITIES = ['M0', 'M1', 'M2', 'M3', 'M4', 'M5'] as const
export type Modality = (typeof MODALITIES)[number]

/** What rights are about: profile, objectives, method, principles, agreement, roadmap task, comments, decision log, publication. */
export const ARTEFACTS = ['PROF', 'OBJ', 'METH', 'PRIN', 'DSA', 'TASK', 'COMM', 'APPR', 'PUBL'] as const
export type Artefact = (typeof ARTEFACTS)[number]

/** Kinds of live document: a plan is for one stage, principles are one side's. */
export const DOCUMENT_KINDS = ['plain', 'objectives', 'agreement', 'roadmap', 'plan', 'principles'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** Review, frozen, in force and archived close the live door (design §4). */
export const DOCUMENT_STATES = ['draft', 'review', 'frozen', 'in_force', 'archived'] as const
export type DocumentState = (typeof DOCUMENT_STATES)[number]

/** Objectives of ¶14; OX is "other", in own words. */
export const OBJECTIVE_CODES = ['O1', 'O2', 'O3', 'O4', 'O5', 'O6', 'O7', 'O8', 'OX'] as const
export type ObjectiveCode = (typeof OBJECTIVE_CODES)[number]

/** Key areas of a roadmap (¶45). */
export const KEY_AREAS = ['RA1', 'RA2', 'RA3', 'RA4', 'RA5', 'RA6'] as const
export type KeyArea = (typeof KEY_AREAS)[number]

/** Stages of the data value chain (¶12). */
export const STAGES = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6'] as const
export type Stage = (typeof STAGES)[number]
