import { describe, expect, it } from 'vitest'
import { Stopwatch } from './stopwatch'

/** Two clocks of a tablet, moved by hand. */
class Device {
  steady = 5_000
  wall = 1_000_000
  readonly clocks = { steady: () => this.steady, wall: () => this.wall }

  pass(millis: number): void {
    this.steady += millis
    this.wall += millis
  }
}

describe('the clock of a drill', () => {
  it('counts while it runs and stands while it is stopped', () => {
    const device = new Device()
    const watch = new Stopwatch(null, device.clocks)
    watch.start()
    device.pass(2_500)
    watch.stop()
    device.pass(9_000)
    expect(watch.elapsed()).toBe(2_500)
    watch.start()
    device.pass(500)
    expect(watch.elapsed()).toBe(3_000)
  })

  it('is not moved when somebody sets the time of the tablet', () => {
    const device = new Device()
    const watch = new Stopwatch(null, device.clocks)
    watch.start()
    device.wall -= 3_600_000
    device.pass(1_000)
    expect(watch.elapsed()).toBe(1_000)
  })

  it('goes on over a reload, whose monotonic clock starts anew', () => {
    const device = new Device()
    const before = new Stopwatch(null, device.clocks)
    before.start()
    device.pass(4_000)
    const kept = before.kept()
    device.pass(1_500)
    device.steady = 0
    const after = new Stopwatch(kept, device.clocks)
    expect(after.running).toBe(true)
    expect(after.elapsed()).toBe(5_500)
    device.pass(500)
    expect(after.elapsed()).toBe(6_000)
  })

  it('starts once, however often it is told to', () => {
    const device = new Device()
    const watch = new Stopwatch(null, device.clocks)
    watch.start()
    device.pass(700)
    watch.start()
    expect(watch.elapsed()).toBe(700)
  })
})
