using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PractitionerFinder.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AlertsAndStatistics : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CountedJournals",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CountedJournals", x => x.Name);
                    table.CheckConstraint("CK_CountedJournals_Name_Length", "length(\"Name\") <= 100");
                });

            migrationBuilder.CreateTable(
                name: "CountedSearches",
                columns: table => new
                {
                    Week = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Question = table.Column<long>(type: "INTEGER", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Answers = table.Column<int>(type: "INTEGER", nullable: false),
                    Slots = table.Column<int>(type: "INTEGER", nullable: false),
                    EqualShare = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CountedSearches", x => new { x.Week, x.Question });
                    table.CheckConstraint("CK_CountedSearches_Place_Length", "length(\"Place\") <= 100");
                });

            migrationBuilder.CreateTable(
                name: "ListingAppearances",
                columns: table => new
                {
                    ListingId = table.Column<long>(type: "INTEGER", nullable: false),
                    Week = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Question = table.Column<long>(type: "INTEGER", nullable: false),
                    Times = table.Column<int>(type: "INTEGER", nullable: false)
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
                name: "ListingPlaces",
                columns: table => new
                {
                    ListingId = table.Column<long>(type: "INTEGER", nullable: false),
                    Week = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListingPlaces", x => new { x.ListingId, x.Week, x.Place });
                    table.CheckConstraint("CK_ListingPlaces_Place_Length", "length(\"Place\") <= 100");
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
                    ListingId = table.Column<long>(type: "INTEGER", nullable: false),
                    Week = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Views = table.Column<int>(type: "INTEGER", nullable: false),
                    Contacts = table.Column<int>(type: "INTEGER", nullable: false)
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
                name: "SearchAlerts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Query = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LookedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    NextAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchAlerts", x => x.Id);
                    table.CheckConstraint("CK_SearchAlerts_Email_Length", "length(\"Email\") <= 254");
                    table.CheckConstraint("CK_SearchAlerts_Query_Length", "length(\"Query\") <= 2000");
                });

            migrationBuilder.CreateTable(
                name: "SearchAlertLinks",
                columns: table => new
                {
                    TokenHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    AlertId = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "IX_ListingAppearances_Week",
                table: "ListingAppearances",
                column: "Week");

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
                name: "CountedJournals");

            migrationBuilder.DropTable(
                name: "CountedSearches");

            migrationBuilder.DropTable(
                name: "ListingAppearances");

            migrationBuilder.DropTable(
                name: "ListingPlaces");

            migrationBuilder.DropTable(
                name: "ListingWeeks");

            migrationBuilder.DropTable(
                name: "SearchAlertLinks");

            migrationBuilder.DropTable(
                name: "SearchAlerts");

            migrationBuilder.DropIndex(
                name: "IX_Revisions_DecidedAt",
                table: "Revisions");

            migrationBuilder.DropIndex(
                name: "IX_ProofChecks_CheckedAt",
                table: "ProofChecks");
        }
    }
}
