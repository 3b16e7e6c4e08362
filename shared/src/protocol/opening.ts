import { z } from 'zod'
import {
  DATA_CLASSES,
  DOCUMENT_KINDS,
  OBJECTIVE_CODES,
  ORGANISATION_KINDS,
  POPULATIONS,
  REGISTRY_LEVELS,
  SIDES,
  STAGES,
  isCountry
} from '../framework/index.js'
import { becauseSchema } from './because.js'
import { contentHashSchema } from './content-hash.js'
import { lineSchema, wordsSchema } from './words.js'

export const WORKSPACE_KINDS = ['initiative', 'country_programme'] as const
export type WorkspaceKind = (typeof WORKSPACE_KINDS)[number]

export const countrySchema = z
  .string()
  .regex(/^[A-Z]{2}$/, 'a country code of two letters')
  .refine(isCountry, 'not a country of ISO 3166')

export const organisationSchema = z.strictObject({ name: lineSchema(200), kind: z.enum(ORGANISATION_KINDS) })

/** Roles in which somebody can open a workspace. A citizen who opens one holds the delegate's seat, provisionally. */
export const OPENING_ROLES = ['CIT', 'COM', 'CSO', 'NSO', 'OSA', 'OTH', 'SEC'] as const
export type OpeningRole = (typeof OPENING_ROLES)[number]

const newDocumentSchema = z
  .strictObject({
    kind: z.enum(DOCUMENT_KINDS).exclude(['plain']),
    title: lineSchema(200),
    /** Of a plan: the stage it is for. */
    stage: z.enum(STAGES).nullable().default(null),
    /** One's own side keeps it to itself until it releases it; null leaves it to the sensitivity of the objectives (O4). */
    isKept: z.boolean().nullable().default(null)
  })
  .refine(({ kind, stage }) => (kind === 'plan') === (stage !== null), {
    path: ['stage'],
    error: 'a plan, and nothing else, is for one stage'
  })
  .refine(({ kind, isKept }) => kind !== 'principles' || isKept !== true, {
    path: ['isKept'],
    error: 'what a side says of itself is for everybody'
  })

/** Title, country and who starts it: nothing else is asked before a workspace opens (design §4). */
export const openWorkspaceSchema = z
  .strictObject({
    kind: z.enum(WORKSPACE_KINDS),
    title: lineSchema(200),
    country: countrySchema,
    role: z.enum(OPENING_ROLES),
    /** What the person is called here; a pseudonym is as good as any name. */
    name: lineSchema(120),
    /** Whom they speak for. A citizen alone speaks for nobody else. */
    organisation: organisationSchema.nullable(),
    /** Documents to begin with, named in the opener's language. */
    documents: z.array(newDocumentSchema).max(3, 'at most 3 documents to begin with').default([])
  })
  .refine(({ kind, role }) => role !== 'SEC' || kind === 'country_programme', {
    path: ['role'],
    error: 'the secretariat opens country programmes only'
  })

export const createDocumentSchema = newDocumentSchema

/** Parts of a document that a side has kept to itself, released as a document of their own. */
export const releasePassagesSchema = z.strictObject({
  title: lineSchema(200),
  /** Ids of entries, names of the texts beside them. */
  passages: z.array(z.string().min(1).max(64)).min(1, 'choose at least one').max(200, 'at most 200'),
  /** SHA-256 of the canonical JSON of what was on the screen: nothing else is released, and nothing that somebody took out meanwhile. */
  seen: contentHashSchema
})

const INTEREST_KINDS = ['funder', 'interest'] as const

/** The profile: facts about the whole workspace that whoever may edit PROF states. `version` guards against overwriting. */
export const profileSchema = z.strictObject({
  version: z.number().int().min(0),
  title: lineSchema(200),
  summary: wordsSchema(4000),
  objectives: z.array(z.enum(OBJECTIVE_CODES)).max(9),
  otherObjective: wordsSchema(500),
  /** A target that the data's holders choose, never a grade (¶32). */
  dataClass: z.enum(DATA_CLASSES).nullable(),
  populations: z.array(z.enum(POPULATIONS)).max(POPULATIONS.length),
  /** The population in its own words (¶17.7). */
  populationLabel: wordsSchema(500),
  /** How people say for themselves whether they belong to it (¶25). */
  identification: wordsSchema(2000),
  stage: z.enum(STAGES).nullable(),
  /** Who funds this, and which interests bear on it (¶17.1, R-17). */
  interests: z.array(z.strictObject({ name: lineSchema(200), kind: z.enum(INTEREST_KINDS), note: wordsSchema(1000) })).max(50, 'at most 50')
})

/** Agreeing to how the population names itself, or taking that back. `version`: of the profile whose words were read. */
export const agreePopulationSchema = z.strictObject({ version: z.number().int().min(0), agrees: z.boolean() })

export const registryWishSchema = z.strictObject({ level: z.enum(REGISTRY_LEVELS) })

/** Null: not shown to this seat, whatever there is; where `selfDefinition` is, `identification` is not shown either (WORK-28). */
export const profileViewSchema = profileSchema.extend({
  // What was stored before a rule for lines was made stricter is read all the same.
  title: z.string(),
  interests: z.array(z.object({ name: z.string(), kind: z.enum(INTEREST_KINDS), note: z.string() })),
  country: z.string().length(2),
  registry: z.enum(REGISTRY_LEVELS),
  /** Every voice that decides about the workspace: what it lets the registry show, and whether it has accepted a programme. */
  voices: z
    .array(
      z.object({
        key: z.string(),
        name: z.string(),
        side: z.enum(SIDES),
        isMine: z.boolean(),
        level: z.enum(REGISTRY_LEVELS).nullable(),
        hasAccepted: z.boolean(),
        /** It agrees to how the population names itself, in the words as they are now. */
        agreesToNames: z.boolean()
      })
    )
    .nullable(),
  /** What whoever is silent lets the registry show; the least of all holds. */
  silence: z.enum(REGISTRY_LEVELS),
  /** Of a country programme: the sides whose voices have all accepted it; active when civic and state both have. */
  acceptedBy: z.array(z.enum(SIDES)),
  /** the sides whose voices all agree to how the population names itself; until all that are asked do, the design is not closed. */
  selfDefinition: z.object({ isAgreed: z.boolean(), agreedBy: z.array(z.enum(SIDES)), because: becauseSchema }).nullable()
})

export type NewDocumentBody = z.infer<typeof createDocumentSchema>
/** As it is sent: what has a default may be left out. */
export type OpenWorkspaceBody = z.input<typeof openWorkspaceSchema>
export type OpenWorkspace = z.infer<typeof openWorkspaceSchema>
export type ReleasePassages = z.infer<typeof releasePassagesSchema>
export type AgreePopulation = z.infer<typeof agreePopulationSchema>
export type Profile = z.infer<typeof profileSchema>
export type ProfileView = z.infer<typeof profileViewSchema>
