namespace PractitionerFinder.Core.Tests.Learn;

/// <summary>The tables of facts agree with one another and with the pages; what does not is named by file and line.</summary>
public sealed class FactTablesTests
{
    private static readonly FactFaults Faults = new(Path.Combine(AppContext.BaseDirectory, "seed-data"));

    [Fact]
    public void Every_cell_has_its_form() => Assert.Empty(Faults.Form);

    [Fact]
    public void Keys_slugs_and_names_stand_once_and_are_those_that_were_given_out() => Assert.Empty(Faults.KeysAndSlugs);

    [Fact]
    public void Every_source_that_is_named_is_there_and_may_be_cited() => Assert.Empty(Faults.Sources);

    [Fact]
    public void A_word_that_people_type_leads_to_one_page_or_area() => Assert.Empty(Faults.PeoplesWords);

    [Fact]
    public void A_grade_has_its_words() => Assert.Empty(Faults.Grades);

    [Fact]
    public void A_page_on_self_care_says_what_its_row_says() => Assert.Empty(Faults.SelfCarePages);

    [Fact]
    public void Areas_have_two_levels_and_each_place_of_an_ache_is_in_one() => Assert.Empty(Faults.Areas);

    [Fact]
    public void Referred_pain_names_what_is_there_and_says_where_it_comes_from() => Assert.Empty(Faults.ReferredPain);

    [Fact]
    public void A_warning_sign_has_the_action_of_its_urgency() => Assert.Empty(Faults.RedFlags);

    [Fact]
    public void A_question_can_be_asked() => Assert.Empty(Faults.Questions);

    [Fact]
    public void An_emergency_number_can_be_dialled_and_is_to_be_checked_again() => Assert.Empty(Faults.EmergencyNumbers);

    [Fact]
    public void A_hard_word_is_explained_in_short() => Assert.Empty(Faults.Glossary);
}
