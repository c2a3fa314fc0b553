package org.leitai.registration.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

class NastySheetsTest {
    private static final Checks.Known KNOWN = new Checks.Known(
            Set.of("示例机械厂", "试样矿业集团"),
            Set.of("任城区", "邹城市"),
            Set.of(),
            Set.of("W-001", "W-002"),
            LocalDate.of(2026, 11, 23));

    @Test
    void gbk_without_any_mark_is_read() throws Exception {
        byte[] gbk = "姓名,单位\n示例甲,示例机械厂\n".getBytes(Charset.forName("GBK"));

        assertThat(entries(gbk).getFirst().value(Column.NAME)).isEqualTo("示例甲");
    }

    @Test
    void a_byte_order_mark_tabs_and_quotes_do_not_matter() throws Exception {
        byte[] file = "\uFEFF姓名\t单位\r\n\"示例甲\"\t\"示例机械厂\"\r\n".getBytes(StandardCharsets.UTF_8);

        assertThat(entries(file).getFirst().value(Column.UNIT)).isEqualTo("示例机械厂");
    }

    @Test
    void quotes_keep_commas_line_breaks_and_doubled_quotes() throws Exception {
        Grid grid = SheetReader.read("a,\"b,\"\"c\"\"\nd\"\n".getBytes(StandardCharsets.UTF_8));

        assertThat(grid.rows().getFirst().cells()).containsExactly("a", "b,\"c\"\nd");
    }

    @Test
    void titles_above_and_headings_in_two_rows_are_found() throws Exception {
        byte[] file = xlsx(sheet -> {
            sheet.value(0, 0, "2026 年示例技能竞赛报名表");
            sheet.range(0, 0, 0, 3).merge();
            sheet.value(1, 0, "单位");
            sheet.range(1, 0, 2, 0).merge();
            sheet.value(1, 1, "选手信息");
            sheet.range(1, 1, 1, 2).merge();
            sheet.value(2, 1, "姓 名");
            sheet.value(2, 2, "身份证号(必填)");
            sheet.value(3, 0, "示例机械厂");
            sheet.value(3, 1, "示例甲");
            sheet.value(3, 2, "11010519491231002x");
        });

        SheetRow row = entries(file).getFirst();

        assertThat(row.row()).isEqualTo(4);
        assertThat(row.findings()).isEmpty();
        assertThat(row.value(Column.ID_NUMBER)).isEqualTo("11010519491231002X");
    }

    @Test
    void an_id_number_that_became_a_number_is_named_as_lost() throws Exception {
        byte[] asNumber = xlsx(sheet -> {
            sheet.value(0, 0, "姓名");
            sheet.value(0, 1, "单位");
            sheet.value(0, 2, "身份证号");
            sheet.value(1, 0, "示例甲");
            sheet.value(1, 1, "示例机械厂");
            sheet.value(1, 2, 3.70811199001011e17);
        });
        byte[] asText = "姓名,单位,身份证号\n示例甲,示例机械厂,3.70811E+17\n".getBytes(StandardCharsets.UTF_8);

        assertThat(codes(entries(asNumber).getFirst())).containsExactly("id-number-damaged");
        assertThat(codes(entries(asText).getFirst())).containsExactly("id-number-damaged");
    }

    @Test
    void spaces_inside_a_name_are_suggested_away_but_foreign_names_keep_theirs() throws Exception {
        List<SheetRow> rows = entries(csv("示 例　甲,示例机械厂", "Example Person,示例机械厂"));

        assertThat(codes(rows.get(0))).containsExactly("name-with-spaces");
        assertThat(rows.get(0).value(Column.NAME)).isEqualTo("示例甲");
        assertThat(rows.get(0).hasError()).isFalse();
        assertThat(rows.get(1).value(Column.NAME)).isEqualTo("Example Person");
    }

    @Test
    void an_unknown_unit_gets_the_nearest_as_suggestion() throws Exception {
        SheetRow.Finding finding =
                entries(csv("示例甲,示列机械厂")).getFirst().findings().getFirst();

        assertThat(finding.code()).isEqualTo("unit-unknown");
        assertThat(finding.suggestion()).isEqualTo("示例机械厂");
    }

    @Test
    void full_width_digits_wrong_check_digits_and_doubles_are_told_apart() throws Exception {
        List<SheetRow> rows = entries("""
                姓名,单位,身份证号
                示例甲,示例机械厂,１１０１０５１９４９１２３１００２Ｘ
                示例乙,示例机械厂,110105194912310021
                示例丙,示例机械厂,11010519491231002X
                示例丁,示例机械厂,110105194913310020
                示例戊,示例机械厂,1101
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(rows)
                .extracting(NastySheetsTest::codes)
                .containsExactly(
                        List.of(),
                        List.of("id-number-check"),
                        List.of("twice-in-file"),
                        List.of("id-number-birth"),
                        List.of("id-number-shape"));
    }

    @Test
    void missing_columns_are_named() {
        assertThatThrownBy(() -> entries("姓名,电话\n示例甲,1\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        UnreadableSheet.class,
                        problem -> assertThat(problem.code()).isEqualTo("columns-missing"))
                .hasMessage("no row of headings names 单位");
    }

    @Test
    void files_that_are_no_tables_are_refused_with_what_to_do() {
        refused("file-empty", () -> SheetReader.read(new byte[0]));
        refused("old-excel-file", () -> SheetReader.read(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}));
        refused("not-text", () -> SheetReader.read(new byte[] {'a', 0, 'b'}));
        refused("not-a-table", () -> SheetReader.read(new byte[] {'P', 'K', 3, 4, 5, 6}));
        refused("too-many-rows", () -> SheetReader.read("a\n".repeat(2_001).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void results_need_known_numbers_once_and_scores_that_are_numbers() throws Exception {
        List<SheetRow> rows = Checks.of(
                        SheetReader.read("编号,理论成绩\nｗ-001,86.50\nW-003,90\nW-001,50\nW-002,缺考\n,1\n"
                                .getBytes(StandardCharsets.UTF_8)),
                        ImportKind.THEORY,
                        KNOWN)
                .rows();

        assertThat(rows)
                .extracting(NastySheetsTest::codes)
                .containsExactly(
                        List.of(),
                        List.of("number-unknown"),
                        List.of("twice-in-file"),
                        List.of("score-not-a-number"),
                        List.of("cell-empty"));
        assertThat(rows.getFirst().value(Column.NUMBER)).isEqualTo("W-001");
    }

    @Test
    void units_need_a_delegation_of_the_list_and_a_short_name_that_fits() throws Exception {
        List<SheetRow> rows = Checks.of(
                        SheetReader.read("单位名称,简称,代表队\n新示例厂,新示例,任城\n示例机械厂,示例,任城区\n长名厂,七个字的简称啊,邹城市\n"
                                .getBytes(StandardCharsets.UTF_8)),
                        ImportKind.UNITS,
                        KNOWN)
                .rows();

        assertThat(rows)
                .extracting(NastySheetsTest::codes)
                .containsExactly(List.of("delegation-unknown"), List.of("unit-exists"), List.of("too-long"));
        assertThat(rows.getFirst().findings().getFirst().suggestion()).isEqualTo("任城区");
    }

    private static List<SheetRow> entries(byte[] file) throws UnreadableSheet {
        return Checks.of(SheetReader.read(file), ImportKind.ENTRIES, KNOWN).rows();
    }

    private static byte[] csv(String... rows) {
        return ("姓名,单位\n" + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> codes(SheetRow row) {
        return row.findings().stream().map(SheetRow.Finding::code).toList();
    }

    private static void refused(String code, ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        UnreadableSheet.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private interface Filling {
        void fill(Worksheet sheet);
    }

    private static byte[] xlsx(Filling filling) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Leitai", "1.0")) {
            filling.fill(workbook.newWorksheet("报名"));
        }
        return bytes.toByteArray();
    }
}
