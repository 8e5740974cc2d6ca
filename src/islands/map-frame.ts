/** Zoom of a drawing: at least all of it, at most so close. */
const closest = 6;
const step = 1.4;
/** Part of the view that an arrow key moves. */
const stride = 0.12;

interface View {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Makes one drawing one that can be enlarged and moved: by buttons, keys, a mouse and two fingers. One finger
 * and the wheel keep scrolling the page until the drawing is enlarged. Nothing is kept.
 */
export class MapFrame {
  readonly #svg: SVGSVGElement;
  readonly #whole: View;
  #view: View;
  readonly #fingers = new Map<number, { x: number; y: number }>();
  #hasMoved = false;

  constructor(svg: SVGSVGElement) {
    const { x, y, width, height } = svg.viewBox.baseVal;
    this.#svg = svg;
    this.#whole = { x, y, width, height };
    this.#view = this.#whole;
    svg.addEventListener('wheel', (event) => {
      if (!event.ctrlKey && !this.isClose) return;
      event.preventDefault();
      this.zoom(event.deltaY < 0 ? step : 1 / step, this.#at(event));
    });
    svg.addEventListener('pointerdown', (event) => {
      this.#fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      this.#hasMoved = false;
    });
    svg.addEventListener('pointermove', (event) => {
      this.#follow(event);
    });
    for (const end of ['pointerup', 'pointercancel', 'pointerleave'] as const)
      svg.addEventListener(end, (event) => {
        this.#fingers.delete(event.pointerId);
      });
    // Whoever drags across a link does not follow it.
    svg.addEventListener(
      'click',
      (event) => {
        if (this.#hasMoved) event.preventDefault();
      },
      true,
    );
    svg.addEventListener('dragstart', (event) => {
      event.preventDefault();
    });
  }

  /** Whether less than the whole drawing is in view. */
  get isClose(): boolean {
    return this.#view.width < this.#whole.width * 0.999;
  }

  /** Larger or smaller by a factor, around a point of the drawing; around its middle by itself. */
  zoom(factor: number, around = this.#middle()): void {
    const width = Math.min(this.#whole.width, Math.max(this.#whole.width / closest, this.#view.width / factor));
    const scale = width / this.#view.width;
    this.#show({
      x: around.x - (around.x - this.#view.x) * scale,
      y: around.y - (around.y - this.#view.y) * scale,
      width,
      height: this.#view.height * scale,
    });
  }

  /** All of it again. */
  reset(): void {
    this.#show(this.#whole);
  }

  /** Brings a part of the drawing to the middle, when it is enlarged. */
  bringIn(part: SVGGraphicsElement): void {
    if (!this.isClose) return;
    const box = part.getBBox();
    this.#move(
      box.x + box.width / 2 - (this.#view.x + this.#view.width / 2),
      box.y + box.height / 2 - (this.#view.y + this.#view.height / 2),
    );
  }

  /** What a key does. False when it is not for the drawing. */
  press(key: string): boolean {
    const { width, height } = this.#view;
    const moves: Readonly<Record<string, readonly [number, number] | undefined>> = {
      ArrowLeft: [-stride, 0],
      ArrowRight: [stride, 0],
      ArrowUp: [0, -stride],
      ArrowDown: [0, stride],
    };
    const move = moves[key];
    if (move && this.isClose) this.#move(move[0] * width, move[1] * height);
    else if (key === '+' || key === '=') this.zoom(step);
    else if (key === '-') this.zoom(1 / step);
    else if (key === '0') this.reset();
    else return false;
    return true;
  }

  #follow(event: PointerEvent): void {
    const before = this.#fingers.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    const other = [...this.#fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const [from, to] = [distance(before, other), distance(now, other)];
      if (from > 0) this.zoom(to / from, this.#at({ clientX: (now.x + other.x) / 2, clientY: (now.y + other.y) / 2 }));
      this.#hasMoved = true;
    } else if (this.isClose && distance(before, now) > 0) {
      const unit = this.#view.width / this.#svg.getBoundingClientRect().width;
      this.#move((before.x - now.x) * unit, (before.y - now.y) * unit);
      this.#hasMoved ||= distance(before, now) > 2;
    } else return;
    this.#fingers.set(event.pointerId, now);
  }

  #move(x: number, y: number): void {
    this.#show({ ...this.#view, x: this.#view.x + x, y: this.#view.y + y });
  }

  /** Never past the edges. */
  #show({ x, y, width, height }: View): void {
    const { width: all, height: high } = this.#whole;
    this.#view = {
      x: Math.min(Math.max(x, this.#whole.x), this.#whole.x + all - width),
      y: Math.min(Math.max(y, this.#whole.y), this.#whole.y + high - height),
      width,
      height,
    };
    const { x: left, y: top } = this.#view;
    this.#svg.setAttribute('viewBox', [left, top, width, height].map((value) => value.toFixed(2)).join(' '));
    // One finger moves the drawing only while it is enlarged; else it scrolls the page.
    this.#svg.toggleAttribute('data-close', this.isClose);
  }

  #middle(): { x: number; y: number } {
    const { x, y, width, height } = this.#view;
    return { x: x + width / 2, y: y + height / 2 };
  }

  #at({ clientX, clientY }: { clientX: number; clientY: number }): { x: number; y: number } {
    const box = this.#svg.getBoundingClientRect();
    const { x, y, width, height } = this.#view;
    return { x: x + ((clientX - box.left) / box.width) * width, y: y + ((clientY - box.top) / box.height) * height };
  }
}

const distance = (a: { x: number; y: number }, b: { x: number; y: number }): number => Math.hypot(a.x - b.x, a.y - b.y);
