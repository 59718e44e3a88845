/** Which entry of the tab's history is shown: another one for each place that was gone to, the same after a reload. */
import { useLocation } from 'react-router-dom'

export const useEntry = (): string => useLocation().key
