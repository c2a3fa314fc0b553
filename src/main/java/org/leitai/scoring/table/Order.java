package org.leitai.scoring.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Elements kept in order, each with its place: a persistent weight-balanced tree whose nodes know how many they hold. Adding,
 * removing, finding by place and counting cost the logarithm of the size; an older order never changes.
 *
 * <p>Each element has a coarse number that lies in its node: of two that differ, the element with the smaller one stands in front,
 * and the comparator must tell those with equal ones apart. Most steps down a large tree then wait for one piece of memory instead of seven.
 */
final class Order<T> {
    /** A side may hold so many times more than the other (Hirai and Yamamoto's pair, proved to keep the balance). */
    private static final int DELTA = 3;

    /** From this proportion of the heavy side's halves on, one rotation is not enough. */
    private static final int GAMMA = 2;

    private record Node<T>(
            @Nullable Node<T> left,
            T value,
            long coarse,
            @Nullable Node<T> right,
            int size) {}

    private final ToLongFunction<? super T> coarse;
    private final Comparator<? super T> comparator;
    private final @Nullable Node<T> root;

    private Order(ToLongFunction<? super T> coarse, Comparator<? super T> comparator, @Nullable Node<T> root) {
        this.coarse = coarse;
        this.comparator = comparator;
        this.root = root;
    }

    static <T> Order<T> of(ToLongFunction<? super T> coarse, Comparator<? super T> comparator, List<T> elements) {
        return new Order<>(coarse, comparator, built(leaves(coarse, comparator, elements)));
    }

    /** The elements in order, without an order that is kept. */
    static <T> List<T> sorted(ToLongFunction<? super T> coarse, Comparator<? super T> comparator, List<T> elements) {
        return leaves(coarse, comparator, elements).stream().map(Node::value).toList();
    }

    private static <T> List<Node<T>> leaves(
            ToLongFunction<? super T> coarse, Comparator<? super T> comparator, List<T> elements) {
        return elements.stream()
                .map(element -> node(null, element, coarse.applyAsLong(element), null))
                .sorted((a, b) ->
                        a.coarse == b.coarse ? comparator.compare(a.value, b.value) : Long.compare(a.coarse, b.coarse))
                .toList();
    }

    private static <T> @Nullable Node<T> built(List<Node<T>> sorted) {
        if (sorted.isEmpty()) {
            return null;
        }
        var middle = sorted.size() / 2;
        return node(
                built(sorted.subList(0, middle)), sorted.get(middle), built(sorted.subList(middle + 1, sorted.size())));
    }

    int size() {
        return size(root);
    }

    Order<T> plus(T element) {
        return new Order<>(coarse, comparator, inserted(root, element, coarse.applyAsLong(element)));
    }

    Order<T> minus(T element) {
        return new Order<>(coarse, comparator, removed(root, element, coarse.applyAsLong(element)));
    }

    /**
     * The element at a place.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    T get(int place) {
        var node = root;
        var rest = place;
        while (node != null) {
            var before = size(node.left);
            if (rest == before) {
                return node.value;
            }
            if (rest > before) {
                rest -= before + 1;
                node = node.right;
            } else {
                node = node.left;
            }
        }
        throw new IndexOutOfBoundsException(place);
    }

    /**
     * How many elements stand in front of a point: those with a smaller coarse number, and those with an equal one for which the
     * predicate holds; these must stand in front of the others.
     */
    int count(long point, Predicate<? super T> holds) {
        var count = 0;
        var node = root;
        while (node != null) {
            if (node.coarse < point || (node.coarse == point && holds.test(node.value))) {
                count += size(node.left) + 1;
                node = node.right;
            } else {
                node = node.left;
            }
        }
        return count;
    }

    List<T> toList() {
        return toList(0, size());
    }

    /** The elements from one place to before another. */
    List<T> toList(int from, int to) {
        var list = new ArrayList<T>(to - from);
        addTo(list, root, from, to);
        return list;
    }

    private static <T> void addTo(List<T> list, @Nullable Node<T> node, int from, int to) {
        if (node == null || from >= to) {
            return;
        }
        var before = size(node.left);
        if (from < before) {
            addTo(list, node.left, from, Math.min(to, before));
        }
        if (from <= before && before < to) {
            list.add(node.value);
        }
        if (to > before + 1) {
            addTo(list, node.right, Math.max(0, from - before - 1), to - before - 1);
        }
    }

    private int compare(T element, long number, Node<T> node) {
        return number == node.coarse ? comparator.compare(element, node.value) : Long.compare(number, node.coarse);
    }

    private Node<T> inserted(@Nullable Node<T> node, T element, long number) {
        if (node == null) {
            return node(null, element, number, null);
        }
        return compare(element, number, node) < 0
                ? balanced(inserted(node.left, element, number), node, node.right)
                : balanced(node.left, node, inserted(node.right, element, number));
    }

    private @Nullable Node<T> removed(@Nullable Node<T> node, T element, long number) {
        if (node == null) {
            return null;
        }
        var compared = compare(element, number, node);
        if (compared == 0) {
            return joined(node.left, node.right);
        }
        return compared < 0
                ? balanced(removed(node.left, element, number), node, node.right)
                : balanced(node.left, node, removed(node.right, element, number));
    }

    private static <T> @Nullable Node<T> joined(@Nullable Node<T> left, @Nullable Node<T> right) {
        if (left == null) {
            return right;
        }
        return right == null ? left : balanced(left, first(right), withoutFirst(right));
    }

    private static <T> Node<T> first(Node<T> node) {
        return node.left == null ? node : first(node.left);
    }

    private static <T> @Nullable Node<T> withoutFirst(Node<T> node) {
        return node.left == null ? node.right : balanced(withoutFirst(node.left), node, node.right);
    }

    /** The element of a node between other sides. */
    private static <T> Node<T> balanced(@Nullable Node<T> left, Node<T> middle, @Nullable Node<T> right) {
        if (size(left) + size(right) > 1) {
            if (right != null && size(right) > DELTA * size(left)) {
                return leftwards(left, middle, right);
            }
            if (left != null && size(left) > DELTA * size(right)) {
                return rightwards(left, middle, right);
            }
        }
        return node(left, middle, right);
    }

    private static <T> Node<T> leftwards(@Nullable Node<T> left, Node<T> middle, Node<T> right) {
        var inner = right.left;
        return inner == null || size(inner) < GAMMA * size(right.right)
                ? node(node(left, middle, inner), right, right.right)
                : node(node(left, middle, inner.left), inner, node(inner.right, right, right.right));
    }

    private static <T> Node<T> rightwards(Node<T> left, Node<T> middle, @Nullable Node<T> right) {
        var inner = left.right;
        return inner == null || size(inner) < GAMMA * size(left.left)
                ? node(left.left, left, node(inner, middle, right))
                : node(node(left.left, left, inner.left), inner, node(inner.right, middle, right));
    }

    private static <T> Node<T> node(@Nullable Node<T> left, Node<T> middle, @Nullable Node<T> right) {
        return node(left, middle.value, middle.coarse, right);
    }

    private static <T> Node<T> node(@Nullable Node<T> left, T value, long coarse, @Nullable Node<T> right) {
        return new Node<>(left, value, coarse, right, size(left) + 1 + size(right));
    }

    private static int size(@Nullable Node<?> node) {
        return node == null ? 0 : node.size;
    }
}
