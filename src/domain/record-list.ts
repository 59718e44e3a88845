/** The kinds of things "See ..." shows. Their loaders and columns come with the lists themselves. */
export type RecordListId =
  | 'chains'
  | 'productErrors'
  | 'oaisProducts'
  | 'oaisErrors'
  | 'oaisWaiting'
  | 'features'
  | 'featureErrors'
  | 'workerErrors'
  | 'workerWaiting'
  | 'storages'
  | 'crawls'
  | 'pendingDissemination'
