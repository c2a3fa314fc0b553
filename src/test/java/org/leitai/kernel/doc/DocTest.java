package org.leitai.kernel.doc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DocTest {
    @Property
    void an_object_is_the_sorted_map_of_its_fields(
            @ForAll Map<String, Integer> fields, @ForAll @Size(max = 5) List<String> others) {
        var sorted = new TreeMap<String, Doc>();
        fields.forEach((name, value) -> sorted.put(name, new Doc.Int(value)));
        Doc.Builder builder = Doc.obj();
        fields.forEach((name, value) -> builder.put(name, 0).put(name, value));

        for (Doc.Obj made : List.of(new Doc.Obj(new HashMap<>(sorted)), builder.build())) {
            assertThat(made.fields()).isEqualTo(sorted).hasSameHashCodeAs(sorted);
            assertThat(sorted).isEqualTo(made.fields());
            assertThat(new ArrayList<>(made.fields().keySet())).isEqualTo(new ArrayList<>(sorted.keySet()));
            var visited = new ArrayList<String>();
            made.fields().forEach((name, value) -> visited.add(name + value));
            assertThat(visited)
                    .isEqualTo(sorted.entrySet().stream()
                            .map(field -> field.getKey() + field.getValue())
                            .toList());
            for (String other : others) {
                assertThat(made.get(other)).isEqualTo(sorted.get(other));
                assertThat(made.fields().containsKey(other)).isEqualTo(sorted.containsKey(other));
            }
        }
    }

    @Test
    void an_object_begun_with_another_leaves_that_as_it_is() {
        Doc.Obj first = Doc.obj().put("b", 1).put("c", 2).build();

        Doc.Obj second = Doc.obj(first).put("a", 3).put("c", 4).build();

        assertThat(first).isEqualTo(Doc.obj().put("b", 1).put("c", 2).build());
        assertThat(second)
                .isEqualTo(Doc.obj().put("a", 3).put("b", 1).put("c", 4).build());
    }

    @Test
    void a_builder_that_goes_on_leaves_what_it_built_as_it_is() {
        Doc.Builder builder = Doc.obj().put("a", 1);
        Doc.Obj built = builder.build();

        builder.put("a", 2);

        assertThat(built.integer("a")).isEqualTo(1);
    }

    @Test
    void objects_with_other_fields_or_values_are_others() {
        Doc.Obj one = Doc.obj().put("a", 1).build();

        assertThat(one)
                .isNotEqualTo(Doc.obj().put("a", 2).build())
                .isNotEqualTo(Doc.obj().put("b", 1).build())
                .isNotEqualTo(Doc.obj().put("a", 1).put("b", 1).build());
    }

    @Test
    void fields_cannot_be_changed() {
        Map<String, Doc> fields = Doc.obj().put("a", 1).build().fields();

        assertThatThrownBy(() -> fields.put("b", new Doc.Int(2))).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> fields.remove("a")).isInstanceOf(UnsupportedOperationException.class);
    }
}
