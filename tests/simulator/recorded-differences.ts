/** In what the simulator differs from the recorded answers on purpose, line by line, each with its reason. */

const UNEXPECTED = 'An unexpected error occurred, please consult the microservice log for more information. Cause: '

const messages = (theirs: string, ours: string): string =>
  `messages: ${JSON.stringify([UNEXPECTED + theirs])} recorded, ${JSON.stringify([UNEXPECTED + ours])} here`

const EMPTY_LIST = 'Forbidden empty list of values with include mode.'
const NO_NOPE = "PropertyReferenceException, message: No property 'nope' found for type 'Session'"

const NOTIFY =
  'docs/regards-api/actions.md 3.3 names this link; the recorded installation had not granted its endpoint to the operator'

/** By file, the difference as the test words it, and why it is there. A line that is no difference any more fails the test. */
export const PURPOSE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'dataprovider-products-error': {
    'content[].content.sip: only here':
      'docs/regards-api/actions.md 3.1 names it, and warns of its size; the recorded products were made without one',
    'content[].content.lastSIPGenerationJobInfo: only here': 'as sip: no job had run for the recorded products',
  },
  'fem-requests-creation': {
    'content[].content.urn: only recorded':
      'the recorded requests in error belong to features that exist; here a creation that failed has made none, and docs/regards-api/actions.md 3.6 says that the member may be absent',
  },
  'ingest-aips': { 'links of a row: "" recorded, "notify" here': NOTIFY },
  'ingest-aips-count-only': { 'links of a row: "" recorded, "notify" here': NOTIFY },
  'ingest-requests-empty-include': {
    [messages(
      `InvalidParameterException, message: Invalid search value restriction on state. ${EMPTY_LIST}`,
      `InvalidParameterException, message: Invalid search value restriction on requestStates. ${EMPTY_LIST}`,
    )]: 'the name of a column, which the simulator has none of; only people read this text',
  },
  resources: {
    'metadata: {"size":4,"totalElements":18,"totalPages":5,"number":1} recorded, {"size":4,"totalElements":5,"totalPages":2,"number":1} here':
      'the simulator has fewer endpoints, hence fewer public ones; all of them are on the page in both',
    'links of the page: "first prev self next last" recorded, "first prev self last" here':
      'the page asked for is the last one of so few',
  },
  'sessions-sort-unknown': {
    [messages(`${NO_NOPE}; Did you mean 'name'`, NO_NOPE)]: 'the suggestion depends on the likeness of names',
  },
}
