import { scoreOf } from '../itinerary-order';
import { compareFound, type FoundItinerary, type Order } from './found-itinerary';
import { anyDuration, type Goal, noDuration } from './goal';

/** The best `limit` itineraries in the order of a sort, those of the front among them. */
export class BestGoal implements Goal {
  readonly minuteWorthCents = 50;
  stops = 0;
  best: FoundItinerary[] = [];
  private worstScore = Infinity;

  constructor(
    private readonly order: Order,
    private readonly limit: number,
  ) {}

  longestUseful(fareCents: number, departsMinute: number): number {
    const { weights } = this.order;
    const worst = this.best[this.limit - 1];
    if (!worst) return anyDuration;
    const left =
      this.worstScore -
      weights.cent * fareCents -
      weights.stop * this.stops -
      weights.departure * departsMinute;
    if (left < 0) return noDuration;
    if (weights.minute > 0) return Math.floor(left / weights.minute);
    if (left > 0 || fareCents < worst.fareCents) return anyDuration;
    return fareCents === worst.fareCents ? worst.durationMinutes : noDuration;
  }

  take(found: FoundItinerary): void {
    let [low, high] = [0, this.best.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareFound(this.order, this.best[middle] as FoundItinerary, found) < 0) low = middle + 1;
      else high = middle;
    }
    if (low >= this.limit) return;
    this.best.splice(low, 0, found);
    if (this.best.length > this.limit) this.best.pop();
    const worst = this.best[this.limit - 1];
    if (worst) this.worstScore = scoreOf(this.order.weights, worst);
  }
}
