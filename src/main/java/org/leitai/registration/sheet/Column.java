package org.leitai.registration.sheet;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leitai.registration.domain.Plain;

/** What a column of an import can hold, and the headings it is recognised by. */
public enum Column {
    NUMBER("number", "参赛编号", "编号", "选手编号", "准考证号", "出场序号", "entry number", "number", "no"),
    TEAM("team", "参赛队", "参赛队伍", "队名", "队伍名称", "团队", "team", "team name"),
    NAME("name", "姓名", "选手姓名", "参赛选手", "选手", "队员", "队员姓名", "name", "contestant", "full name"),
    ID_NUMBER("idNumber", "身份证号", "身份证号码", "身份证", "公民身份号码", "证件号码", "id number", "id card", "id no"),
    PHONE("phone", "手机", "手机号", "手机号码", "联系电话", "电话", "联系方式", "phone", "mobile", "telephone"),
    UNIT("unit", "单位", "所在单位", "工作单位", "单位名称", "选送单位", "unit", "employer", "unit name", "organisation"),
    SHORT("short", "简称", "单位简称", "short", "short name"),
    DELEGATION("delegation", "代表队", "代表团", "所属区县", "区县", "县市区", "delegation", "area"),
    DIVISION("division", "组别", "参赛组别", "division", "group"),
    SCORE("score", "成绩", "理论成绩", "得分", "分数", "总分", "score", "points", "result");

    private final String code;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> headings;

    Column(String code, String... headings) {
        this.code = code;
        this.headings = List.of(headings);
    }

    /** The name in previews. */
    public String code() {
        return code;
    }

    /** The heading to suggest. */
    public String heading() {
        return headings.getFirst();
    }

    /** Which column a heading names: spaces, case, stars and remarks in brackets do not count. */
    static @Nullable Column of(String heading) {
        String plain = Plain.of(heading)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[((\\[【].*?[))\\]】]", "")
                .replaceAll("[*:：_]", " ")
                .replaceAll(" +", " ")
                .strip();
        String tight = plain.replace(" ", "");
        for (Column column : values()) {
            if (column.headings.stream().anyMatch(known -> known.equals(plain) || known.equals(tight))) {
                return column;
            }
        }
        return null;
    }
}
