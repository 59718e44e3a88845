/** The time, ticking, for ages that are on screen. */
import { useEffect, useState } from 'react'

/** Now, in milliseconds, told again every `interval` while the page is looked at. */
export function useNow(interval: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const tell = () => {
      if (document.visibilityState === 'visible') setNow(Date.now())
    }
    const timer = setInterval(tell, interval)
    document.addEventListener('visibilitychange', tell)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tell)
    }
  }, [interval])
  return now
}
