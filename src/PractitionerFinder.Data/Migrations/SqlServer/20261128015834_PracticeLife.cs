using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PractitionerFinder.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class PracticeLife : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "NotHiddenBefore",
                table: "Listings",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "PausedAt",
                table: "Listings",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ErasedFrom",
                table: "Accounts",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "UndoHash",
                table: "Accounts",
                type: "varbinary(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Consents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AccountId = table.Column<long>(type: "bigint", nullable: false),
                    Text = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Consents_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CountedJournals",
                columns: table => new
                {
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CountedJournals", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "CountedSearches",
                columns: table => new
                {
                    Week = table.Column<DateOnly>(type: "date", nullable: false),
                    Question = table.Column<long>(type: "bigint", nullable: false),
                    Place = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Answers = table.Column<int>(type: "int", nullable: false),
                    Slots = table.Column<int>(type: "int", nullable: false),
                    EqualShare = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CountedSearches", x => new { x.Week, x.Question });
                });

            migrationBuilder.CreateTable(
                name: "Enquiries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Key = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    ListingId = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Email = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    SenderKey = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    OnceKey = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: true),
                    Reason = table.Column<int>(type: "int", nullable: false),
                    Technique = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Place = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Times = table.Column<int>(type: "int", nullable: false),
                    Words = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    AskedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SentAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LastAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Declined = table.Column<int>(type: "int", nullable: false),
                    DeclineWords = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    AwaitsPractitioner = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Enquiries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Enquiries_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EnquiryBlocks",
                columns: table => new
                {
                    ListingId = table.Column<long>(type: "bigint", nullable: false),
                    Key = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnquiryBlocks", x => new { x.ListingId, x.Key });
                    table.ForeignKey(
                        name: "FK_EnquiryBlocks_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EnquiryChoices",
                columns: table => new
                {
                    ListingId = table.Column<long>(type: "bigint", nullable: false),
                    IsOpen = table.Column<bool>(type: "bit", nullable: false),
                    TakesWords = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnquiryChoices", x => x.ListingId);
                    table.ForeignKey(
                        name: "FK_EnquiryChoices_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EnquiryReports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ListingId = table.Column<long>(type: "bigint", nullable: false),
                    Reason = table.Column<int>(type: "int", nullable: false),
                    Words = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    By = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnquiryReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EnquiryReports_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EnquirySecrets",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Sealed = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnquirySecrets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ListingAppearances",
                columns: table => new
                {
                    ListingId = table.Column<long>(type: "bigint", nullable: false),
                    Week = table.Column<DateOnly>(type: "date", nullable: false),
                    Question = table.Column<long>(type: "bigint", nullable: false),
                    Times = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListingAppearances", x => new { x.ListingId, x.Week, x.Question });
                    table.ForeignKey(
                        name: "FK_ListingAppearances_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ListingClaims",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ListingId = table.Column<long>(type: "bigint", nullable: false),
                    AccountId = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    BegunAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SentAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SiteToken = table.Column<string>(type: "nvarchar(22)", maxLength: 22, nullable: false),
                    LookedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CodeHash = table.Column<byte[]>(type: "varbinary(48)", maxLength: 48, nullable: true),
                    CodeSentAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CodeTries = table.Column<int>(type: "int", nullable: false),
                    EmailProvedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SiteProvedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SiteHost = table.Column<string>(type: "nvarchar(253)", maxLength: 253, nullable: true),
                    DocumentsAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Words = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    OwnersToldAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ObjectedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ObjectedBy = table.Column<long>(type: "bigint", nullable: true),
                    Objection = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DecidedBy = table.Column<long>(type: "bigint", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListingClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ListingClaims_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ListingClaims_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ListingDeletions",
                columns: table => new
                {
                    ListingId = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    WithAccount = table.Column<bool>(type: "bit", nullable: false),
                    StateBefore = table.Column<int>(type: "int", nullable: false),
                    ErasedFrom = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListingDeletions", x => x.ListingId);
                    table.ForeignKey(
                        name: "FK_ListingDeletions_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ListingPlaces",
                columns: table => new
                {
                    ListingId = table.Column<long>(type: "bigint", nullable: false),
                    Week = table.Column<DateOnly>(type: "date", nullable: false),
                    Place = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListingPlaces", x => new { x.ListingId, x.Week, x.Place });
                    table.ForeignKey(
                        name: "FK_ListingPlaces_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ListingWeeks",
                columns: table => new
                {
                    ListingId = table.Column<long>(type: "bigint", nullable: false),
                    Week = table.Column<DateOnly>(type: "date", nullable: false),
                    Views = table.Column<int>(type: "int", nullable: false),
                    Contacts = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListingWeeks", x => new { x.ListingId, x.Week });
                    table.ForeignKey(
                        name: "FK_ListingWeeks_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Reminders",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ListingId = table.Column<long>(type: "bigint", nullable: false),
                    AccountId = table.Column<long>(type: "bigint", nullable: false),
                    Step = table.Column<int>(type: "int", nullable: false),
                    DueAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    TokenHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    MailKey = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reminders_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Reminders_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SearchAlerts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Email = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    Query = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ConfirmedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LookedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    NextAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchAlerts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EnquiryLinks",
                columns: table => new
                {
                    TokenHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    EnquiryId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnquiryLinks", x => x.TokenHash);
                    table.ForeignKey(
                        name: "FK_EnquiryLinks_Enquiries_EnquiryId",
                        column: x => x.EnquiryId,
                        principalTable: "Enquiries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EnquiryMessages",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    EnquiryId = table.Column<long>(type: "bigint", nullable: false),
                    BySender = table.Column<bool>(type: "bit", nullable: false),
                    Words = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Once = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnquiryMessages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EnquiryMessages_Enquiries_EnquiryId",
                        column: x => x.EnquiryId,
                        principalTable: "Enquiries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ClaimDocuments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Key = table.Column<string>(type: "nvarchar(22)", maxLength: 22, nullable: false),
                    ClaimId = table.Column<long>(type: "bigint", nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    ContentType = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Bytes = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClaimDocuments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClaimDocuments_ListingClaims_ClaimId",
                        column: x => x.ClaimId,
                        principalTable: "ListingClaims",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SearchAlertLinks",
                columns: table => new
                {
                    TokenHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    AlertId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchAlertLinks", x => x.TokenHash);
                    table.ForeignKey(
                        name: "FK_SearchAlertLinks_SearchAlerts_AlertId",
                        column: x => x.AlertId,
                        principalTable: "SearchAlerts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Revisions_DecidedAt",
                table: "Revisions",
                column: "DecidedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ProofChecks_CheckedAt",
                table: "ProofChecks",
                column: "CheckedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ClaimDocuments_ClaimId",
                table: "ClaimDocuments",
                column: "ClaimId");

            migrationBuilder.CreateIndex(
                name: "IX_ClaimDocuments_Key",
                table: "ClaimDocuments",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Consents_AccountId",
                table: "Consents",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Enquiries_ListingId_State",
                table: "Enquiries",
                columns: new[] { "ListingId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Enquiries_OnceKey",
                table: "Enquiries",
                column: "OnceKey",
                unique: true,
                filter: "[OnceKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Enquiries_SenderKey_AskedAt",
                table: "Enquiries",
                columns: new[] { "SenderKey", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Enquiries_State_LastAt",
                table: "Enquiries",
                columns: new[] { "State", "LastAt" });

            migrationBuilder.CreateIndex(
                name: "IX_EnquiryLinks_EnquiryId",
                table: "EnquiryLinks",
                column: "EnquiryId");

            migrationBuilder.CreateIndex(
                name: "IX_EnquiryMessages_EnquiryId_Once",
                table: "EnquiryMessages",
                columns: new[] { "EnquiryId", "Once" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EnquiryReports_At",
                table: "EnquiryReports",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_EnquiryReports_ListingId",
                table: "EnquiryReports",
                column: "ListingId");

            migrationBuilder.CreateIndex(
                name: "IX_ListingAppearances_Week",
                table: "ListingAppearances",
                column: "Week");

            migrationBuilder.CreateIndex(
                name: "IX_ListingClaims_AccountId",
                table: "ListingClaims",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_ListingClaims_ListingId_AccountId",
                table: "ListingClaims",
                columns: new[] { "ListingId", "AccountId" });

            migrationBuilder.CreateIndex(
                name: "IX_ListingClaims_State_SentAt",
                table: "ListingClaims",
                columns: new[] { "State", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ListingDeletions_ErasedFrom",
                table: "ListingDeletions",
                column: "ErasedFrom");

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_AccountId",
                table: "Reminders",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_ListingId_AccountId_DueAt_Step",
                table: "Reminders",
                columns: new[] { "ListingId", "AccountId", "DueAt", "Step" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_TokenHash",
                table: "Reminders",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SearchAlertLinks_AlertId",
                table: "SearchAlertLinks",
                column: "AlertId");

            migrationBuilder.CreateIndex(
                name: "IX_SearchAlerts_Email",
                table: "SearchAlerts",
                column: "Email");

            migrationBuilder.CreateIndex(
                name: "IX_SearchAlerts_NextAt",
                table: "SearchAlerts",
                column: "NextAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ClaimDocuments");

            migrationBuilder.DropTable(
                name: "Consents");

            migrationBuilder.DropTable(
                name: "CountedJournals");

            migrationBuilder.DropTable(
                name: "CountedSearches");

            migrationBuilder.DropTable(
                name: "EnquiryBlocks");

            migrationBuilder.DropTable(
                name: "EnquiryChoices");

            migrationBuilder.DropTable(
                name: "EnquiryLinks");

            migrationBuilder.DropTable(
                name: "EnquiryMessages");

            migrationBuilder.DropTable(
                name: "EnquiryReports");

            migrationBuilder.DropTable(
                name: "EnquirySecrets");

            migrationBuilder.DropTable(
                name: "ListingAppearances");

            migrationBuilder.DropTable(
                name: "ListingDeletions");

            migrationBuilder.DropTable(
                name: "ListingPlaces");

            migrationBuilder.DropTable(
                name: "ListingWeeks");

            migrationBuilder.DropTable(
                name: "Reminders");

            migrationBuilder.DropTable(
                name: "SearchAlertLinks");

            migrationBuilder.DropTable(
                name: "ListingClaims");

            migrationBuilder.DropTable(
                name: "Enquiries");

            migrationBuilder.DropTable(
                name: "SearchAlerts");

            migrationBuilder.DropIndex(
                name: "IX_Revisions_DecidedAt",
                table: "Revisions");

            migrationBuilder.DropIndex(
                name: "IX_ProofChecks_CheckedAt",
                table: "ProofChecks");

            migrationBuilder.DropColumn(
                name: "NotHiddenBefore",
                table: "Listings");

            migrationBuilder.DropColumn(
                name: "PausedAt",
                table: "Listings");

            migrationBuilder.DropColumn(
                name: "ErasedFrom",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "UndoHash",
                table: "Accounts");
        }
    }
}
