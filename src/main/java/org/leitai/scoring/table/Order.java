package org.leitai.scoring.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Elements kept in order, each with its place: a persistent weight-balanced tree whose nodes know how many they hold. Adding,
 * removing, finding by place and counting cost the logarithm of the size; an older order never changes. The comparator must
 * tell all elements apart.
 */
final class Order<T> {
    /** A side may hold so many times more than the other (Hirai and Yamamoto's pair, proved to keep the balance). */
    private static final int DELTA = 3;

    /** From this proportion of the heavy side's halves on, one rotation is not enough. */
    private static final int GAMMA = 2;

    private record Node<T>(
            @Nullable Node<T> left, T value, @Nullable Node<T> right, int size) {}

    private final Comparator<? super T> comparator;
    private final @Nullable Node<T> root;

    private Order(Comparator<? super T> comparator, @Nullable Node<T> root) {
        this.comparator = comparator;
        this.root = root;
    }

    static <T> Order<T> of(Comparator<? super T> comparator, List<T> elements) {
        var sorted = new ArrayList<>(elements);
        sorted.sort(comparator);
        return new Order<>(comparator, built(sorted));
    }

    private static <T> @Nullable Node<T> built(List<T> sorted) {
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
        return new Order<>(comparator, inserted(root, element));
    }

    Order<T> minus(T element) {
        return new Order<>(comparator, removed(root, element));
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

    /** How many elements stand in front of the first one that does not hold; those that hold must all stand in front. */
    int count(Predicate<? super T> holds) {
        var count = 0;
        var node = root;
        while (node != null) {
            if (holds.test(node.value)) {
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

    private Node<T> inserted(@Nullable Node<T> node, T element) {
        if (node == null) {
            return node(null, element, null);
        }
        return comparator.compare(element, node.value) < 0
                ? balanced(inserted(node.left, element), node.value, node.right)
                : balanced(node.left, node.value, inserted(node.right, element));
    }

    private @Nullable Node<T> removed(@Nullable Node<T> node, T element) {
        if (node == null) {
            return null;
        }
        var compared = comparator.compare(element, node.value);
        if (compared == 0) {
            return joined(node.left, node.right);
        }
        return compared < 0
                ? balanced(removed(node.left, element), node.value, node.right)
                : balanced(node.left, node.value, removed(node.right, element));
    }

    private static <T> @Nullable Node<T> joined(@Nullable Node<T> left, @Nullable Node<T> right) {
        if (left == null) {
            return right;
        }
        return right == null ? left : balanced(left, first(right), withoutFirst(right));
    }

    private static <T> T first(Node<T> node) {
        return node.left == null ? node.value : first(node.left);
    }

    private static <T> @Nullable Node<T> withoutFirst(Node<T> node) {
        return node.left == null ? node.right : balanced(withoutFirst(node.left), node.value, node.right);
    }

    private static <T> Node<T> balanced(@Nullable Node<T> left, T value, @Nullable Node<T> right) {
        if (size(left) + size(right) > 1) {
            if (right != null && size(right) > DELTA * size(left)) {
                return leftwards(left, value, right);
            }
            if (left != null && size(left) > DELTA * size(right)) {
                return rightwards(left, value, right);
            }
        }
        return node(left, value, right);
    }

    private static <T> Node<T> leftwards(@Nullable Node<T> left, T value, Node<T> right) {
        var inner = right.left;
        return inner == null || size(inner) < GAMMA * size(right.right)
                ? node(node(left, value, inner), right.value, right.right)
                : node(node(left, value, inner.left), inner.value, node(inner.right, right.value, right.right));
    }

    private static <T> Node<T> rightwards(Node<T> left, T value, @Nullable Node<T> right) {
        var inner = left.right;
        return inner == null || size(inner) < GAMMA * size(left.left)
                ? node(left.left, left.value, node(inner, value, right))
                : node(node(left.left, left.value, inner.left), inner.value, node(inner.right, value, right));
    }

    private static <T> Node<T> node(@Nullable Node<T> left, T value, @Nullable Node<T> right) {
        return new Node<>(left, value, right, size(left) + 1 + size(right));
    }

    private static int size(@Nullable Node<?> node) {
        return node == null ? 0 : node.size;
    }
}
